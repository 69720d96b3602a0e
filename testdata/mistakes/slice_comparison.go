package main

import "fmt"

func main() {
	a := []int{1, 2}
	b := []int{1, 2}
	if a == b {
		fmt.Println("same")
	}
	m := map[string]int{}
	f := func() {}
	fmt.Println(m == m, f == f)
}
