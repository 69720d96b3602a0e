package main

import "fmt"

func main() {
	var x int = x + 1
	y := y + 1
	fmt.Println(x, y)
}
