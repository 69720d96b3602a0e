package main

import "fmt"

func Max[T int | float64](a, b T) T { return a }

func Map[T, U any](in []T, f func(T) U) []U { return nil }

func main() {
	x := 1
	y := 2.5
	fmt.Println(Max(x, y))
	fmt.Println(Map([]int{1}, func(s string) string { return s }))
}
