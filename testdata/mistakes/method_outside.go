package main

import "fmt"

type Stack struct {
	items []int

	func push(x int) {
		items = append(items, x)
	}
}

func main() {
	fmt.Println(Stack{})
}
