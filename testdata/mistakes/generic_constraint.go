package main

import "fmt"

type Number interface {
	~int | ~float64
}

func Sum[T Number](values []T) T {
	var total T
	for _, v := range values {
		total += v
	}
	return total
}

func Max[T any](a, b T) T {
	if a > b {
		return a
	}
	return b
}

func Same[T any](a, b T) bool { return a == b }

func main() {
	fmt.Println(Sum([]string{"a"}), Max(1, 2), Same(1, 2))
	var n Number
	fmt.Println(n)
}
