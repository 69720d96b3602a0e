package main

import "fmt"

type B struct {
	a int
	_ int
	b string
	_ string
}

var g = B{1, 2, "x", "y"}

func f() int { fmt.Println("called"); return 9 }

func main() {
	fmt.Println(struct{ a, _ int }{1, 2}, B{1, f(), "z", "w"}, g, &B{3, 4, "p", "q"}, []B{{5, 6, "r", "s"}})
	x := B{7, 8, "t", "u"}
	y := x
	var a any = x
	fmt.Println(x, y, a, x == y)
	h := [2]struct{ _, v int8 }{{1, 2}, {3, 4}}
	fmt.Println(h)
}
