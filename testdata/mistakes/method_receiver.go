package main

import "fmt"

type Stack struct{ items []int }

func (s Stack) Push(x int) {
	items = append(items, x)
	this.items = nil
	self.items = nil
}

func (s stack) Pop() int { return 0 }

func main() {
	s := new Stack
	fmt.Println(s)
}
