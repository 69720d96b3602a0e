package main

import (
	"errors"
	"fmt"
	"iter"
	"os"
	"sort"
)

const N = 5000

type A [N]int
type G [300][300]int32
type W struct {
	A
	name string
}
type PW struct{ *W }
type M struct {
	w  W
	m  map[string]A
	fs []func(A) A
}

func (a A) At(i int) int       { return a[i] }
func (a *A) Put(i, v int) *A   { a[i] = v; return a }
func (a A) With(i, v int) A    { a[i] = v; return a }
func (g G) Sum() (s int)       { for _, r := range g { for _, v := range r { s += int(v) } }; return }
func (g *G) Fill(v int32) *G   { for i := range g { for j := range g[i] { g[i][j] = v } }; return g }
func (g *G) Row(i int) [300]int32 { return g[i] }

type Ater interface{ At(int) int }
type Wither interface {
	Ater
	With(int, int) A
}

var ga A
var gg G
var gw = W{A: A{1: 5}, name: "gw"}
var table = [3]A{{0: 1}, {1: 2}, {2: 3}}
var grid [1000][1000]byte
var ptrs [3000]*int
var ifaces [3000]any

func seq(n int) iter.Seq2[int, A] {
	return func(yield func(int, A) bool) {
		var a A
		for i := range n {
			a[0] = i
			if !yield(i, a) {
				return
			}
		}
	}
}

func variadic(as ...A) (n int) {
	for _, a := range as {
		n += a[0]
	}
	return
}

func Map[T, U any](s []T, f func(T) U) []U {
	var out []U
	for _, x := range s {
		out = append(out, f(x))
	}
	return out
}

func Max[T any](a, b T, less func(T, T) bool) T {
	if less(a, b) {
		return b
	}
	return a
}

type Box[T any] struct {
	v  T
	ok bool
}

func (b Box[T]) Get() (T, bool)   { return b.v, b.ok }
func (b *Box[T]) Set(v T)         { b.v, b.ok = v, true }
func multi() (A, int, W, error)   { return A{7: 7}, 3, W{name: "m"}, errors.New("e") }
func named() (a A, w W, err error) {
	defer func() {
		a[1]++
		w.name += "!"
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	a[1] = 10
	w.name = "n"
	w.A[2] = 5
	if len(os.Args) > 0 {
		panic("stop")
	}
	return A{}, W{}, nil
}

func rec(a A, n int) int {
	if n == 0 {
		return a[0]
	}
	a[0]++
	return rec(a, n-1) + a[1]
}

func swap(a, b A) (A, A) { return b, a }

func rangeRet() A {
	for i, a := range seq(5) {
		if i == 3 {
			return a.With(1, 100)
		}
	}
	return A{}
}

func main() {
	var a A
	a.Put(1, 1).Put(2, 2)
	b := a.With(1, 9)
	fmt.Println(a.At(1), b.At(1), a[2], b[2], a == b, a.With(1, 9) == b)
	a, b = swap(a, b)
	fmt.Println(a[1], b[1])
	a, b = b, a
	fmt.Println(a[1], b[1])
	w := W{a, "w"}
	pw := PW{&w}
	fmt.Println(w.At(1), pw.At(2), pw.name, pw.With(3, 4).At(3), pw.A[1])
	var it Ater = w
	w.A[1] = 50
	fmt.Println(it.At(1), w.At(1), it.(W).A.At(1), it.(Wither).With(0, 3)[0])
	it = pw
	fmt.Println(it.At(1))
	it = &w
	w.A[1] = 51
	fmt.Println(it.At(1))
	f := w.At
	g := w.With
	w.A[1] = 52
	fmt.Println(f(1), g(5, 5)[1], A.At(w.A, 1), (*A).At(&w.A, 1), Ater.At(it, 1))
	fmt.Println(variadic(), variadic(a, b, A{3}), variadic([]A{{1}, {2}}...))
	x, n, y, err := multi()
	fmt.Println(x[7], n, y.name, err)
	x, _, _, _ = multi()
	x[7]++
	nx, ny, nerr := named()
	fmt.Println(x[7], nx[1], ny.name, ny.A[2], nerr)
	fmt.Println(rec(A{1, 1}, 50))
	for i, v := range seq(3) {
		v[0] += 10
		defer func() { fmt.Print(v[0], i, " ") }()
	}
	fmt.Println(rangeRet()[1], rangeRet()[0])
	next, stop := iter.Pull2(seq(3))
	k, v, ok := next()
	fmt.Println(k, v[0], ok)
	k, v, ok = next()
	fmt.Println(k, v[0], ok)
	stop()
	fmt.Println(Map([]A{{1}, {2}}, func(a A) int { return a[0] * 2 }), Map([]int{1, 2}, func(i int) A { return A{i} })[1][0])
	fmt.Println(Max(A{1}, A{2}, func(a, b A) bool { return a[0] < b[0] })[0])
	var bx Box[A]
	_, ok = bx.Get()
	bx.Set(A{4})
	bv, ok2 := bx.Get()
	bx2 := bx
	bx2.v[0] = 5
	fmt.Println(ok, ok2, bv[0], bx.v[0], bx2.v[0], bx == bx2)
	m := M{m: map[string]A{"x": {1}}, fs: []func(A) A{func(a A) A { a[0] *= 2; return a }, A.self}}
	m.m["y"] = m.fs[0](m.m["x"])
	fmt.Println(m.m["y"][0], len(m.m["none"]), m.fs[1](A{9})[0])
	m2 := m
	m2.w.A[0] = 77
	fmt.Println(m.w.A[0], m2.w.A[0])
	for k, v := range map[A]W{{1}: {name: "one"}} {
		k[0]++
		fmt.Println(k[0], v.name)
	}
	mk := map[any]int{A{1}: 1, W{name: "k"}: 2}
	fmt.Println(mk[A{1}], mk[W{name: "k"}], mk[A{2}], len(mk))
	switch a {
	case A{}:
		fmt.Println("zero")
	case A{1: 1, 2: 2}:
		fmt.Println("match")
	}
	gg.Fill(2)
	lg := gg
	lg.Fill(1)
	row := lg.Row(5)
	row[0] = 100
	fmt.Println(gg.Sum(), lg.Sum(), G.Sum(lg), row[0], lg[5][0], len(lg[0]), gg[299][299])
	i, j := 7, 8
	lg[i][j] += 5
	lg[i], lg[j] = lg[j], lg[i]
	fmt.Println(lg[i][j], lg[j][j], lg[i] == lg[9], lg[j] == lg[i])
	p := &lg[i][j]
	*p = 33
	q := &lg[3]
	q[4] = 44
	fmt.Println(lg[i][j], lg[3][4], len(q), cap(lg[2][1:7]))
	grid[999][999] = 9
	local := grid
	local[0][0] = 1
	grid[1][1]++
	fmt.Println(grid[999][999], local[999][999], grid[0][0], local[1][1], local == grid)
	table[1], table[2] = table[2], table[1]
	t2 := table
	t2[0][0]++
	fmt.Println(table[1][2], table[2][1], t2[0][0], table[0][0], table == t2, len(table))
	for i, r := range table {
		table[2][1] = 1000
		fmt.Print(i, r[i], " ")
	}
	for i, r := range &table {
		table[2][1] = 2000
		fmt.Print(i, r[1], " ")
	}
	fmt.Println()
	vv := 3
	ptrs[2999] = &vv
	ifaces[2999] = a
	lp, li := ptrs, ifaces
	*lp[2999] = 4
	fmt.Println(vv, li[2999].(A)[1], li == ifaces, lp == ptrs)
	ch := make(chan [3000]int, 2)
	select {
	case ch <- [3000]int{5}:
	default:
	}
	select {
	case r, ok := <-ch:
		fmt.Println(r[0], ok)
	default:
	}
	close(ch)
	var rr [3000]int
	rr[1] = 8
	rr, ok = <-ch
	fmt.Println(rr[1], ok)
	done := make(chan A, 0)
	_ = done
	func() {
		defer func(a A, w W) { fmt.Println("deferred", a[1], w.name, recover()) }(a, w)
		defer fmt.Println("args", len(a), w.A[1])
		defer func() {
			defer delete(m.m, "x")
			defer copy(table[:], []A{{99}})
		}()
		a[1] = -1
		w.name = "changed"
		panic("p")
	}()
	fmt.Println(len(m.m), table[0][0])
	c := make(chan int)
	go func(a A) { c <- a[1] }(a)
	go a.send(c)
	a[1] = -5
	r1, r2 := <-c, <-c
	s := []int{r1, r2}
	sort.Ints(s)
	fmt.Println(s)
	e := any(a)
	a[1] = 3
	e2, ok := e.(A)
	e2[1] = 4
	fmt.Println(e.(A)[1], e2[1], ok)
	_, ok = e.(W)
	zw, ok3 := e.(W)
	fmt.Println(ok, ok3, len(zw.A), zw.name == "")
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = e.(W)
	}()
	sl := make([]A, 2, 3)
	sl[1][0] = 1
	sl = append(sl, sl[1], A{2})
	sl = append(sl, sl...)
	copy(sl[1:], sl)
	clear(sl[:1])
	fmt.Println(len(sl), sl[2][0], sl[7][0], sl[0][0])
	arrp := (*[2]A)(sl[:2])
	arrv := [2]A(sl[3:5])
	arrp[0][0] = 11
	fmt.Println(sl[0][0], arrv[0][0], arrv[1][0])
	type named A
	na := named(a)
	na[1] = 66
	fmt.Println(a[1], na[1], A(na)[1], struct{ a A }{a} == struct{ a A }{A(na)})
	fn := func() (A, error) { return a, nil }
	if v, err := fn(); err == nil && v[1] == 3 {
		fmt.Println("ok", v[2])
	}
	lit := []W{{a, "1"}, {name: "2"}, {A: A{5: 5}}}
	pl := []*W{{name: "p"}, &lit[0]}
	fmt.Println(lit[0].A[1], lit[1].name, lit[2].A[5], pl[0].name, pl[1].A[1])
	fmt.Println(fmt.Sprintf("%v", lit[2])[:14], fmt.Sprintf("%T", lit[0]))
	var nilA *A
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(nilA[3])
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = *nilA
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		z := *nilA
		fmt.Println(z[0])
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		*nilA = a
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		k := N
		a[k%(N+1)] = 1
	}()
}

func (a A) self() A        { return a }
func (a A) send(c chan int) { c <- a[1] }
