package main

import "fmt"

type Node struct {
	value int
	next  *Node
}

func main() {
	head := &Node{value: 1}
	fmt.Println(head.value)
	second := head.next
	fmt.Println(second.value)
}
