package main

import "fmt"

type Bag struct{ items []int }

func main() {
	b := Bag{}
	for _, x := range b {
		fmt.Println(x)
	}
	p := &[]int{1}
	for _, x := range p {
		fmt.Println(x)
	}
	for i := range 3.5 {
		fmt.Println(i)
	}
}
