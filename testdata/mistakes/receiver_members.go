package main

import "fmt"

type Stack struct{ items []int }

func (s *Stack) Push(x int) {
	items = append(items, x)
	this.items = nil
	self.items = nil
	Push(x)
}

func (s stack) Pop() int { return 0 }

func main() {
	fmt.Println(Stack{})
}
