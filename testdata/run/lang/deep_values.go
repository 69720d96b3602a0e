// Deep recursion, mutual recursion of closures, growing stacks with pointers into them, wide calls.
package main

import (
	"fmt"
	"runtime"
	"strings"
)

type Peano *Peano

func succ(n *Peano) *Peano { var p Peano = n; return (*Peano)(&p) }
func fromInt(n int) *Peano {
	var r *Peano
	for range n {
		r = succ(r)
	}
	return r
}
func toInt(p *Peano) int {
	if p == nil {
		return 0
	}
	return toInt(*p) + 1
}
func deep(n int, p *int, a [8]int) (int, [8]int) {
	if n == 0 {
		*p++
		return *p, a
	}
	local := n
	a[n%8] += n
	r, b := deep(n-1, &local, a)
	*p += local - n
	return r + *p%3, b
}
func ack(m, n int) int {
	if m == 0 {
		return n + 1
	}
	if n == 0 {
		return ack(m-1, 1)
	}
	return ack(m-1, ack(m, n-1))
}
func deferDeep(n int) (s int) {
	if n == 0 {
		return 1
	}
	defer func() { s += n % 2 }()
	return deferDeep(n - 1)
}
func panicDeep(n int) {
	if n == 0 {
		panic("bottom")
	}
	defer func() {
		if n%1000 == 0 {
			r := recover()
			panic(fmt.Sprint(r, ","))
		}
	}()
	panicDeep(n - 1)
}
func wide(a int8, b int16, c int32, d int64, e float32, f float64, g string, h []int, i map[string]int, j any, k error, l func() int, m chan int, n [3]string, o struct{ x, y uint8 }, p *int, q complex64, r bool, s rune, t uintptr, u ...any) (int, string, any, [3]string, complex64, error) {
	return int(a) + int(b) + int(c) + int(d) + int(e) + int(f) + len(g) + len(h) + len(i) + l() + cap(m) + int(o.x+o.y) + *p + int(s) + int(t) + len(u), g + n[2], j, n, q * 2, k
}

type Vec struct{ x, y, z float64 }

func (v Vec) Add(w Vec) Vec      { return Vec{v.x + w.x, v.y + w.y, v.z + w.z} }
func (v *Vec) Scale(f float64) *Vec { v.x *= f; v.y *= f; v.z *= f; return v }

type Tree struct {
	l, r *Tree
	v    int
}

func build(d int) *Tree {
	if d == 0 {
		return nil
	}
	return &Tree{build(d - 1), build(d - 1), d}
}
func (t *Tree) Sum() int {
	if t == nil {
		return 0
	}
	return t.l.Sum() + t.v + t.r.Sum()
}

type Visitor interface{ Visit(n *Tree) Visitor }
type depthV struct{ d, max *int }

func (v depthV) Visit(n *Tree) Visitor { *v.d++; *v.max = max(*v.max, *v.d); return v }
func walk(v Visitor, t *Tree) {
	if t == nil {
		return
	}
	w := v.Visit(t)
	walk(w, t.l)
	walk(w, t.r)
	*w.(depthV).d--
}
func hanoi(n int, a, b, c string, f func(string, string)) {
	if n > 0 {
		hanoi(n-1, a, c, b, f)
		f(a, b)
		hanoi(n-1, c, b, a, f)
	}
}
func perms(xs []int, k int, yield func([]int) bool) bool {
	if k == len(xs) {
		return yield(xs)
	}
	for i := k; i < len(xs); i++ {
		xs[k], xs[i] = xs[i], xs[k]
		if !perms(xs, k+1, yield) {
			return false
		}
		xs[k], xs[i] = xs[i], xs[k]
	}
	return true
}

func main() {
	fmt.Println(toInt(fromInt(100000)))
	x := 1
	r, a := deep(50000, &x, [8]int{})
	fmt.Println(r, a[3] > 0, x)
	fmt.Println(ack(2, 300), deferDeep(30000))
	func() {
		defer func() { fmt.Println(recover()) }()
		panicDeep(5000)
	}()
	one := 1
	fmt.Println(wide(1, 2, 3, 4, 5.5, 6.5, "g", []int{1}, nil, 'j', nil, func() int { return 7 }, make(chan int, 8), [3]string{2: "n"}, struct{ x, y uint8 }{200, 100}, &one, 1+2i, true, 'r', 9, 1, "two", nil))
	v := Vec{1, 2, 3}
	w := v.Add(v).Add(*v.Scale(2))
	fmt.Println(v, w, *(&Vec{1, 1, 1}).Scale(3))
	t := build(14)
	d, m := 0, 0
	walk(depthV{&d, &m}, t)
	fmt.Println(t.Sum(), d, m)
	n := 0
	hanoi(10, "a", "b", "c", func(x, y string) { n += len(x + y) })
	fmt.Println(n)
	cnt := 0
	for p := range func(y func([]int) bool) { perms([]int{1, 2, 3, 4, 5}, 0, y) } {
		if cnt++; cnt == 50 {
			fmt.Println(p)
			break
		}
	}
	var even, odd func(int) bool
	even = func(n int) bool { return n == 0 || odd(n-1) }
	odd = func(n int) bool { return n != 0 && even(n-1) }
	fmt.Println(even(100000), odd(99999))
	done := make(chan int)
	for i := range 4 {
		go func() {
			y := i
			r, _ := deep(20000, &y, [8]int{})
			runtime.Gosched()
			done <- r
		}()
	}
	s := 0
	for range 4 {
		s += <-done
	}
	fmt.Println(s > 0)
	var sb strings.Builder
	var rec func(depth int, f func(string))
	rec = func(depth int, f func(string)) {
		if depth == 0 {
			f("!")
			return
		}
		rec(depth-1, func(s string) { f(s + fmt.Sprint(depth)) })
	}
	rec(12, func(s string) { sb.WriteString(s) })
	fmt.Println(sb.String())
	var big [5000]int
	for i := range big {
		big[i] = i
	}
	sum := func(a [5000]int) (t int) {
		for _, v := range a {
			t += v
		}
		a[0] = 99
		return
	}
	fmt.Println(sum(big), big[0])
	type M [3][3]float64
	id := M{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}
	mul := func(a, b M) (c M) {
		for i := range 3 {
			for j := range 3 {
				for k := range 3 {
					c[i][j] += a[i][k] * b[k][j]
				}
			}
		}
		return
	}
	acc := M{{1, 1, 0}, {0, 1, 1}, {0, 0, 1}}
	pw := id
	for e := 10; e > 0; e >>= 1 {
		if e&1 == 1 {
			pw = mul(pw, acc)
		}
		acc = mul(acc, acc)
	}
	fmt.Println(pw, pw == mul(pw, id))
}
