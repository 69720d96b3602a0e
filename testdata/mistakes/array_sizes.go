package main

import "fmt"

func sum(a []int) int { return len(a) }

func main() {
	a := [3]int{1, 2, 3}
	b := [2]int{1, 2, 3}
	var c [4]int = a
	fmt.Println(sum(a), b, c, a[5])
	s := []int{1, 2}
	fmt.Println(s["a"], s[1.5])
}
