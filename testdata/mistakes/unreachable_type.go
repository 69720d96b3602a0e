package main

import "fmt"

func use(p Pont) {}

type Point struct{ x, y int }

func main() {
	var s strng
	var n Int = 3
	var f double
	fmt.Println(s, n, f)
	var l list.List
}
