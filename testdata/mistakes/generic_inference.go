package main

import "fmt"

func Zero[T any]() T {
	var z T
	return z
}

func Pair[A, B any](a A, b B) {}

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(x T) { s.items = append(s.items, x) }

type Set[K comparable] map[K]bool

func main() {
	fmt.Println(Zero())
	Pair[int, string, bool](1, "a")
	var s Stack
	s.Push(1)
	t := Stack[int]{}
	t.Push("x")
	var u Set[[]int]
	f := Zero
	fmt.Println(max(1, "a"), u, f)
}
