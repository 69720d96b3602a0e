package main

import "fmt"

func main() {
	a := make(int)
	b := make([]int)
	c := make([]int, 5, 2)
	ch := make(chan int, "3")
	m := new(map[string]int)
	m["a"] = 1
	fmt.Println(a, b, c, ch, m)
}
