package main

import "fmt"

var size = 3

func double(x int) int { return 2 * x }

func main() {
	var a size
	var b double
	var c fmt
	var d fmt.Println
	len
	fmt
	fmt.Println(a, b, c, d)
}
