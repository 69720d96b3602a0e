package main

import "runtime/debug"

func factorial(n int) int {
	return n * factorial(n-1)
}

func main() {
	debug.SetMaxStack(1 << 16)
	println(factorial(5))
}
