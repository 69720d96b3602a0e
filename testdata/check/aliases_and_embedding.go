package main

type A[P any] = []P

type Q[P any] struct{ P }

type E struct {
	*int
	int
	*error
}

type U interface{ int | error }

var u U

type M map[[]int]string

func (A[int]) m() {}

func (x *int) n() {}

func (q Q[int]) o() {}

func main() {
	var a A
	var b A[int, int]
	var q Q
}
