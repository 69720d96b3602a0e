package main

import "fmt"

type T struct{}

func main() {
	a := make(int)
	b := make([]int)
	c := new(map[string]int, 3)
	d := new T()
	fmt.Println(a, b, c, d)
}
