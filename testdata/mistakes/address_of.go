package main

import "fmt"

type T struct{ n int }

func get() T { return T{} }

func main() {
	p := &5
	q := &get()
	m := map[string]T{}
	r := &m["a"]
	var a *int
	n := a
	n = 3
	fmt.Println(p, q, r, n, *a + "x")
	fmt.Println(*n.x, a.b)
}
