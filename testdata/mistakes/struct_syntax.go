package main

import "fmt"

struct Point {
	x int
	y int
}

func main() {
	fmt.Println(Point{1, 2})
}
