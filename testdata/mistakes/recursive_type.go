package main

import "fmt"

type Tree struct {
	left, right Tree
	value       int
}

type A struct{ b B }
type B struct{ a A }

func main() {
	fmt.Println(Tree{})
}
