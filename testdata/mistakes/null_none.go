package main

import "fmt"

type Node struct {
	next *Node
}

func main() {
	n := Node{next: null}
	if n.next == None {
		fmt.Println(True, false)
	}
}
