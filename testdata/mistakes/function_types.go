package main

import "fmt"

func apply(f func(int) int, x int) int { return f(x) }

func double(x float64) float64 { return 2 * x }

func triple(x int) int { return 3 * x }

func main() {
	fmt.Println(apply(double, 3))
	fmt.Println(apply(triple(2), 3))
	fmt.Println(triple + 1)
	x := 3
	x()
	fmt.Println(apply(func(n int) { return n }, 1))
}
