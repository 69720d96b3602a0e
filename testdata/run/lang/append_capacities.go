package main

import "fmt"

type T struct{ s []int }

var sink any

func ret() []int {
	var s []int
	for i := range 5 {
		s = append(s, i)
		fmt.Print(cap(s), " ")
	}
	return s
}

func param(s []int) {
	for i := range 5 {
		s = append(s, i)
		fmt.Print(cap(s), " ")
	}
}

func gen[E any](x E) {
	var s []E
	for range 5 {
		s = append(s, x)
		fmt.Print(cap(s), " ")
	}
	fmt.Println("gen")
}

//go:noinline
func leak(s []int) { sink = s }

func main() {
	var a []int
	for i := range 10 {
		a = append(a, i)
		fmt.Print(cap(a), " ")
	}
	fmt.Println("a")
	b := []int{}
	for i := range 10 {
		b = append(b, i)
		fmt.Print(cap(b), " ")
	}
	fmt.Println("b")
	c := make([]int, 0)
	for i := range 10 {
		c = append(c, i)
		fmt.Print(cap(c), " ")
	}
	fmt.Println("c")
	var d []int
	for i := range 5 {
		d = append(d, i)
		fmt.Print(d, cap(d), " ")
	}
	fmt.Println("d")
	ret()
	fmt.Println("ret")
	fmt.Println(len(ret()))
	param(nil)
	fmt.Println("param nil")
	f := []int{1, 2, 3}
	f = append(f, 4)
	fmt.Println(cap(f), "f")
	g := append(f, 5, 6, 7, 8)
	fmt.Println(cap(g), "g")
	p := &T{}
	for i := range 5 {
		p.s = append(p.s, i)
		fmt.Print(cap(p.s), " ")
	}
	fmt.Println("ptr field")
	var k []int
	for i := range 5 {
		k = append(k, i)
		fmt.Print(cap(k), " ")
	}
	leak(k)
	fmt.Println("leak")
	n := append([]int(nil), 1)
	fmt.Println(cap(n), cap(append([]byte("ab"), 'c')), cap(append([]byte(nil), "abc"...)), "direct")
	var o []int
	o = append(o, 1, 2, 3, 4, 5)
	fmt.Println(cap(o), "five")
	var q []string
	q = append(q, "x")
	fmt.Println(cap(q), len(q[0]), "string")
	var r []struct{ a [5]int }
	r = append(r, struct{ a [5]int }{})
	fmt.Println(cap(r), "big")
	var bs []byte
	bs = append(bs, 'x')
	fmt.Println(cap(bs), string(bs), "bytes")
	mp := map[string][]int{}
	for i := range 5 {
		mp["a"] = append(mp["a"], i)
		fmt.Print(cap(mp["a"]), " ")
	}
	fmt.Println("map")
	arr := [3][]int{}
	for i := range 5 {
		arr[1] = append(arr[1], i)
		fmt.Print(cap(arr[1]), " ")
	}
	fmt.Println("array")
	gen(1)
	gen("s")
	x := make([]int, 0, 2)
	for i := range 5 {
		x = append(x, i)
		fmt.Print(cap(x), " ")
	}
	fmt.Println("make2")
	var y []int
	for i := range 5 {
		y = append(y, i)
		fmt.Print(cap(y), " ")
	}
	fmt.Println("y", y[2])
	fmt.Println(y)
	var z []int
	z = append(z, 1)
	fmt.Println(cap(z))
	z = append(z, 2)
	fmt.Println(len(z), cap(z), z)
	var s2 []int
	s2 = append(s2, 0)
	fmt.Printf("len=%d cap=%d %v\n", len(s2), cap(s2), s2)
}
