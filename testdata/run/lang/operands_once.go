package main

import "fmt"

// Operands of comparisons whose value is used are evaluated once.

var calls int

func next() int      { calls++; return calls }
func flag(b bool) bool { calls++; return b }

func main() {
	x := 5
	a := next() == x
	b := next() < next()
	c := flag(true) != flag(x > 3)
	d := []bool{next() >= x, x <= next(), next() == 7}
	fmt.Println(a, b, c, d, calls)
}
