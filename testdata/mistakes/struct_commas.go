package main

import "fmt"

type Point struct {
	x int,
	y int,
}

func main() {
	fmt.Println(Point{1, 2})
}
