// Unusual but valid syntax: parentheses, ambiguous generics, trailing commas, literals, semicolons, labels.
package main

import (
	"fmt"

	_ "strings"
)

type (
	A [N]int
	B [N * 2]int
	C[P any] [N]P
	D[P *int,] struct{ p P }
	E[P interface{ *int }] struct{ p P }
	F[P *Q, Q any] struct{ p P }
	G[P any, Q comparable, R interface{ ~[]P | ~map[Q]P }] struct {
		r R
		f func(P) (Q)
	}
	H interface {
		int | string
	}
	_  struct{}
	_  int
	J  = struct {
		a, b int; c string
		_    [0]func()
	}
	K func(int, ...string) (func() (a, b int), error)
	O interface{ interface{ m() }; interface{ m(); n() } }
	R chan<- chan int
	S chan (<-chan int)
	T <-chan (chan<- int)
	U []*[]*[]int
	V map[[2]struct{ x int }]map[string]func()
	W struct {
		*A
	}
)

const N = 3

func (A) M1()                                       {}
func (a *A) M2() (r int)                            { return a[1] }
func (p *(A)) M3() int                              { return 3 }
func (_ (B)) M4(_, _ int, _ ...string) (_, _ error) { return }
func (c *C[_]) Len() int                            { return len(c) }
func (g G[P, _, R]) Zero() (p P)                    { return }

func tparam[T interface{ ~int }, _ any, U []T | map[string]T](t T, u U,) T { return t + T(len(u)) }
func two() (a int, b string,) { return 1, "x" }
func vf(
	a int,
	b ...string,
) (
	c int,
) {
	c = a + len(b)
	return
}
func noRes() {}
func gg[T any](x T) func(T) T { return func(T) T { return x } }
func lt(a, b bool) string      { return fmt.Sprint(a, b) }
func w[A, B any](x int) int   { return x + 1 }

type box struct{ f []func(int) int; g func() *box; x [2]struct{ y map[string]int } }

func init() {}
func init() {}

var _ = 1
var _, _ = two()
var (
	x, y = two(); z int
	a1   [3]int = [...]int{1, 2, 3}
	_ H2 = (*imp)(nil)
)

type H2 interface{ Do() }
type imp struct{}

func (*imp) Do() {}

func ret() (int, string) { return two() }
func lbl(n int) (s string) {
	goto L1
L3:
	s += "3"
	return
L1:
	s += "1"
	for {
	L2:
		for {
			if n--; n < 0 { goto L3 }
			if n%2 == 0 { continue L2 }
			s += "."
			break
		}
	}
}
func term(x int) int {
	switch {
	case x > 1: return 1
	default: panic("x")
	}
}
func term2(c chan int) int {
	select { case v := <-c: return v }
}
func term3() int { for {} }
func term4(x int) int { { if x > 0 { return 1 } else if x < 0 { return -1 } else { return 0 } } }
func term5(x int) int {
L:
	for { if x > 10 { return x }; x++; continue L }
}
func term6() int { goto end; end: return 6 }

func main() {
	var p *int
	i := 2
	p = &i
	a, b, c, d := 1, 2, 3, 4
	fmt.Println(lt(a < b, c > (d)), w[int, string](3), (w[int, string])(4))
	fmt.Println(i**p, i & ^1, i&^1, -+-i, !!true, ^-i, *&i, - -i, i- -i, i+ +i, <-func() chan int { c := make(chan int, 1); c <- 5; return c }())
	if v := (J{a: 1}); v.a == 1 { fmt.Println("J") }
	if (J{b: 2}).b == 2 { fmt.Println("JJ") }
	if f := func() bool { return J{a: 1}.a == 1 }; f() { fmt.Println("JJJ") }
	for _, v := range []J{{a: 1}, {b: 2}} { fmt.Print(v.a, v.b, " ") }
	for _, v := range (A{1, 2}) { fmt.Print(v, " ") }
	for range [2]struct{}{} { fmt.Print("r") }
	switch v := any(i).(type) { case (int): fmt.Println(v + 1) }
	switch (any(i)).(type) { case interface{}: fmt.Println("any") }
	switch x := 5; x := any(x).(type) { case int: fmt.Println(x) }
	var s S = make(S, 1)
	s <- (<-chan int)(make(chan int))
	fmt.Println(len(s), (func())(nil) == nil, (*int)(nil) == nil, ([]int)(nil) == nil, [](int){1}, [](func()){noRes} != nil, map[(string)](int){"a": 1})
	fmt.Println(tparam[int, string]((3), []int{1}), tparam[int, any](3, map[string]int{},), vf(1, "a", "b",), vf(1, []string{"x"}...,))
	bx := box{f: []func(int) int{func(i int) int { return i * 2 }}}
	bx.g = func() *box { return &bx }
	bx.x[1].y = map[string]int{"k": 1,}
	bx.g().g().x[1].y["k"] += bx.g().f[0](4)
	bx.g().x[1].y["k"]++
	fmt.Println(bx.x, (*(*(&bx)).g()).f[0]((bx).f[0](1)), (&bx).g().x[len(bx.x)-1].y["k"])
	var arr A
	(&arr).M1(); A.M1(arr); (*A).M1(&arr); (A).M1(arr); arr.M2(); (*(A)).M3(&arr)
	fmt.Println((*A).M2(&A{0, 7}), (&A{1: 8}).M2(), (&C[string]{}).Len(), G[int, string, []int]{}.Zero(), D[*int]{p}.p == p, F[*int, int]{p: p}.p != nil)
	fmt.Println(gg(3)(4), gg[string]("s")("t"), lbl(5), term(2), term4(-3), term5(5), term6())
	fmt.Println(0x_1F, 0B11, 0O7, 1_0.2_5, .5, 5., 1e+3, 0X.8P1, 0x1P+4, 'a', '\x41', '\u0041', '\U00000041', '\a' + '\b', "\a\b\f\n\r\t\v\\\""[2], `raw\n
line`, 1i, 0.5i, 0b1i, 'ä', "日本"[0:3])
}
