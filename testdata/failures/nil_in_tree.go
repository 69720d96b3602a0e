package main

type Node struct {
	left, right *Node
	value       int
}

func (n *Node) sum() int {
	return n.value + n.left.sum() + n.right.sum()
}

func main() {
	t := &Node{value: 1}
	println(t.sum())
}
