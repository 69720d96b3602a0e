// Inference of type arguments: from arguments, constraints, constants, assignments and results.
package main

import (
	"fmt"
	"sort"
	"strconv"
)

type Number interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~float32 | ~float64
}

func Map[S ~[]E, E, R any](s S, f func(E) R) []R {
	r := make([]R, 0, len(s))
	for _, e := range s {
		r = append(r, f(e))
	}
	return r
}
func Filter[S ~[]E, E any](s S, p func(E) bool) S {
	var r S
	for _, e := range s {
		if p(e) {
			r = append(r, e)
		}
	}
	return r
}
func Scale[S ~[]E, E Number](s S, c E) S {
	r := make(S, len(s))
	for i, v := range s {
		r[i] = v * c
	}
	return r
}

type Point []int32

func (p Point) String() string { return "P" + strconv.Itoa(len(p)) }

func Max[T Number | ~string](a, b T) T {
	if a > b {
		return a
	}
	return b
}

type Setter[B any] interface {
	Set(string)
	*B
}
type Settable int

func (p *Settable) Set(s string) { i, _ := strconv.Atoi(s); *p = Settable(i) }
func FromStrings[T any, PT Setter[T]](s []string) []T {
	result := make([]T, len(s))
	for i, v := range s {
		p := PT(&result[i])
		p.Set(v)
	}
	return result
}
func Keys[M ~map[K]V, K comparable, V any](m M) []K {
	r := make([]K, 0, len(m))
	for k := range m {
		r = append(r, k)
	}
	return r
}
func Apply[T any](x T, fs ...func(T) T) T {
	for _, f := range fs {
		x = f(x)
	}
	return x
}
func Id[T any](x T) T { return x }
func Double[T Number](x T) T { return x + x }
func Compose[A, B, C any](f func(A) B, g func(B) C) func(A) C {
	return func(a A) C { return g(f(a)) }
}
func Pair[A, B any](a A, b B) struct {
	A A
	B B
} {
	return struct {
		A A
		B B
	}{a, b}
}
func Ptr[T any](x T) *T { return &x }
func Conv[To, From Number](f From) To { return To(f) }
func ChanOf[C ~chan E, E any](c C) E  { return <-c }
func RecvOnly[T any](c <-chan T) T     { return <-c }
func ArrayLen[T any, A interface{ ~[4]T }](a A) (int, T) {
	return len(a), a[3]
}
func FuncRes[F ~func() R, R any](f F) R { return f() }
func TypeName[T any]() string            { var z T; return fmt.Sprintf("%T", z) }
func PtrTypeName[T any]() string         { return fmt.Sprintf("%T", (*T)(nil)) }
func toStr(i int) string                 { return strconv.Itoa(i) }

type MyMap map[string]int
type Fn func() string
type Ch chan float32

func consume(f func(int) int, g func(string) string) string {
	return fmt.Sprint(f(20), g("q"))
}
func retGeneric() func(float64) float64 { return Double }

func Sum[T Number](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return
}

type Tree[T interface{ Less(T) bool }] struct {
	l, r *Tree[T]
	v    T
}
type Int int

func (a Int) Less(b Int) bool { return a < b }
func (t *Tree[T]) Insert(v T) *Tree[T] {
	if t == nil {
		return &Tree[T]{v: v}
	}
	if v.Less(t.v) {
		t.l = t.l.Insert(v)
	} else {
		t.r = t.r.Insert(v)
	}
	return t
}
func (t *Tree[T]) Walk(f func(T)) {
	if t != nil {
		t.l.Walk(f)
		f(t.v)
		t.r.Walk(f)
	}
}
func Build[T interface{ Less(T) bool }](vs ...T) (t *Tree[T]) {
	for _, v := range vs {
		t = t.Insert(v)
	}
	return
}

func main() {
	fmt.Println(Map([]int{1, 2, 3}, toStr), Map(Point{1, 2}, func(i int32) float64 { return float64(i) / 2 }))
	p := Scale(Point{1, 2, 3}, 2)
	fmt.Printf("%T %v %d\n", p, p, []int32(p))
	fmt.Printf("%T %v\n", Filter(p, func(i int32) bool { return i > 2 }), len(Filter(p, func(i int32) bool { return i > 2 })))
	fmt.Println(Max(1, 2.5), Max("a", "b"), Max('a', 1), Max[float32](1, 2))
	fmt.Printf("%T %T %T\n", Max(1, 2.5), Max('a', 1), Max('a', 2.0))
	fmt.Println(FromStrings[Settable]([]string{"1", "22"}))
	ks := Keys(MyMap{"x": 1, "y": 2})
	sort.Strings(ks)
	fmt.Println(ks)
	fmt.Println(Apply(3, Double, Id, func(i int) int { return i * 10 }))
	var f func(string) string = Id
	fmt.Println(f("id"), consume(Double, Id), retGeneric()(1.25))
	fmt.Println(Compose(toStr, func(s string) []byte { return []byte(s) })(77))
	fmt.Printf("%T %v\n", Pair(1, "x"), Pair(1.5, 'x'))
	fmt.Println(*Ptr(3), *Ptr("s"), Conv[int8](300.0), Conv[float64](3), Conv[int](2.9))
	c := make(Ch, 1)
	c <- 2.5
	fmt.Println(ChanOf(c))
	d := make(chan string, 1)
	d <- "recv"
	fmt.Println(RecvOnly(d))
	fmt.Println(ArrayLen[string]([4]string{"", "", "", "z"}))
	fmt.Println(FuncRes(Fn(func() string { return "fn" })), FuncRes(func() int { return 3 }))
	fmt.Println(TypeName[map[string][]int](), TypeName[Point](), TypeName[error](), PtrTypeName[error](), PtrTypeName[Tree[Int]]())
	fmt.Println(Sum(1, 2, 3), Sum(1, 2.5), Sum[int8](100, 100), Sum[float32]())
	sum := Sum[int16]
	fmt.Printf("%T %v\n", sum, sum(1, 2))
	Build(Int(3), 1, 2).Walk(func(i Int) { fmt.Print(i, " ") })
	fmt.Println()
	partial := Conv[uint8AsInt, float64]
	fmt.Println(partial(3.7))
	conv2 := Map[[]int, int, string]
	fmt.Println(conv2([]int{4}, toStr))
	var g func([]int, func(int) bool) []int = Filter
	fmt.Println(g([]int{1, 2, 3}, func(i int) bool { return i != 2 }))
	fs := []func(int) int{Id[int], Double[int], func(i int) int { return -i }}
	for _, f := range fs {
		fmt.Print(f(7), " ")
	}
	fmt.Println()
	var nilf func(int) int
	fmt.Println(nilf == nil, Id(nilf) == nil)
	m := map[string]func(int) int{"a": Double[int], "b": Id[int]}
	fmt.Println(m["a"](4), m["b"](4))
	st := struct{ f func(string) string }{Id[string]}
	fmt.Println(st.f("st"))
}

type uint8AsInt int
