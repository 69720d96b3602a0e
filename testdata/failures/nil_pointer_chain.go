package main

type Node struct {
	value int
	next  *Node
}

func main() {
	head := &Node{value: 1}
	head.next.value = 2
}
