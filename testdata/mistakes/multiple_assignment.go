package main

import "fmt"

func pair() (int, string) { return 1, "a" }

func main() {
	a, b := 1
	x, y := 1, 2, 3
	var s string
	n, s := pair(), "x"
	s, n = pair()
	fmt.Println(a, b, x, y, s, n)
}
