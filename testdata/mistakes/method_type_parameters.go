package main

type Stack[T any] struct{ items []T }

func (s Stack[T]) Map[U any](f func(T) U) {}

func main() {
}
