// Generic functions with closures, defer, goroutines; method values; constraints with methods; iterators.
package main

import (
	"cmp"
	"container/heap"
	"fmt"
	"iter"
	"slices"
	"sort"
	"strings"
	"sync"
)

type Ordered interface {
	cmp.Ordered
}
type Stringish interface {
	~int | ~string
	String() string
}
type ID int
type Tag string

func (i ID) String() string  { return fmt.Sprintf("ID%d", int(i)) }
func (t Tag) String() string { return "#" + string(t) }
func Join[T Stringish](xs ...T) string {
	var sb strings.Builder
	for i, x := range xs {
		if i > 0 {
			sb.WriteByte(',')
		}
		sb.WriteString(x.String())
	}
	return sb.String()
}
func MethodOf[T fmt.Stringer](x T) func() string { return x.String }
func MethodExpr[T fmt.Stringer]() func(T) string { return T.String }

type Heap[T any] struct {
	xs   []T
	less func(a, b T) bool
}

func (h *Heap[T]) Len() int           { return len(h.xs) }
func (h *Heap[T]) Less(i, j int) bool { return h.less(h.xs[i], h.xs[j]) }
func (h *Heap[T]) Swap(i, j int)      { h.xs[i], h.xs[j] = h.xs[j], h.xs[i] }
func (h *Heap[T]) Push(x any)         { h.xs = append(h.xs, x.(T)) }
func (h *Heap[T]) Pop() any {
	n := len(h.xs) - 1
	x := h.xs[n]
	h.xs = h.xs[:n]
	return x
}

func Counter[T any]() func(T) (int, T) {
	n := 0
	var last T
	return func(x T) (int, T) {
		defer func() { last = x }()
		n++
		return n, last
	}
}
func Try[T any](f func() T) (v T, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("caught %v of %T", r, v)
		}
	}()
	return f(), nil
}
func Parallel[T, R any](xs []T, f func(T) R) []R {
	out := make([]R, len(xs))
	var wg sync.WaitGroup
	for i, x := range xs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			out[i] = f(x)
		}()
	}
	wg.Wait()
	return out
}
func Go[T any](f func(T), v T) {
	done := make(chan struct{})
	go func() { defer close(done); f(v) }()
	<-done
}
func Gen[T any](xs ...T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, x := range xs {
			if !yield(x) {
				return
			}
		}
	}
}
func MapSeq[T, R any](s iter.Seq[T], f func(T) R) iter.Seq[R] {
	return func(yield func(R) bool) {
		for v := range s {
			if !yield(f(v)) {
				return
			}
		}
	}
}
func Zip[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		nb, stop := iter.Pull(b)
		defer stop()
		for x := range a {
			y, ok := nb()
			if !ok || !yield(x, y) {
				return
			}
		}
	}
}
func Reduce[T, A any](s iter.Seq[T], a A, f func(A, T) A) A {
	for v := range s {
		a = f(a, v)
	}
	return a
}

type Cache[K comparable, V any] struct {
	mu sync.Mutex
	m  map[K]V
	on []func(K, V)
}

func NewCache[K comparable, V any](on ...func(K, V)) *Cache[K, V] {
	return &Cache[K, V]{m: map[K]V{}, on: on}
}
func (c *Cache[K, V]) Get(k K, mk func(K) V) V {
	c.mu.Lock()
	defer c.mu.Unlock()
	if v, ok := c.m[k]; ok {
		return v
	}
	v := mk(k)
	c.m[k] = v
	for _, f := range c.on {
		f(k, v)
	}
	return v
}

type Visitor[R any] interface {
	Num(int) R
	Add(a, b Expr) R
}
type Expr interface{ isExpr() }
type Num int
type Add struct{ A, B Expr }

func (Num) isExpr() {}
func (Add) isExpr() {}
func Visit[R any](e Expr, v Visitor[R]) R {
	switch e := e.(type) {
	case Num:
		return v.Num(int(e))
	case Add:
		return v.Add(e.A, e.B)
	}
	panic("bad")
}

type eval struct{}

func (eval) Num(i int) int       { return i }
func (v eval) Add(a, b Expr) int { return Visit[int](a, v) + Visit[int](b, v) }

type show struct{}

func (show) Num(i int) string       { return fmt.Sprint(i) }
func (v show) Add(a, b Expr) string { return "(" + Visit[string](a, v) + "+" + Visit[string](b, v) + ")" }

func SortBy[T any, K cmp.Ordered](xs []T, key func(T) K) []T {
	sort.SliceStable(xs, func(i, j int) bool { return key(xs[i]) < key(xs[j]) })
	return xs
}

type Cloner[T any] interface{ Clone() T }
type Doc struct{ s []string }

func (d *Doc) Clone() *Doc { return &Doc{slices.Clone(d.s)} }
func CloneAll[T Cloner[T]](xs []T) (r []T) {
	for _, x := range xs {
		r = append(r, x.Clone())
	}
	return
}

type Eq[T any] interface{ Equal(T) bool }

func (a ID) Equal(b ID) bool { return a%10 == b%10 }
func Index[T Eq[T]](xs []T, x T) int {
	for i, v := range xs {
		if x.Equal(v) {
			return i
		}
	}
	return -1
}
func Fix[A, R any](f func(func(A) R, A) R) func(A) R {
	var self func(A) R
	self = func(a A) R { return f(self, a) }
	return self
}
func Curry[A, B, C any](f func(A, B) C) func(A) func(B) C {
	return func(a A) func(B) C { return func(b B) C { return f(a, b) } }
}
func Depth[T any](x T, n int) string {
	if n == 0 {
		return fmt.Sprintf("%T", x)
	}
	return Depth(x, n-1)
}

type Num2 interface{ ~int | ~float64 }

func SumMap[K comparable, V Num2](m map[K]V) V {
	var s V
	for _, v := range m {
		s += v
	}
	return s
}
func Labels[T comparable](xs [][]T, find T) (i, j int) {
outer:
	for i = range xs {
		for j = range xs[i] {
			if xs[i][j] == find {
				break outer
			}
			if j == 2 {
				continue outer
			}
		}
	}
	return
}
func Default[T any](p *T, d T) T {
	if p != nil {
		return *p
	}
	return d
}

type state[T any] func(*machine[T]) state[T]
type machine[T any] struct {
	in  []T
	out []T
}

func (m *machine[T]) run(s state[T]) {
	for s != nil {
		s = s(m)
	}
}
func start[T any](m *machine[T]) state[T] {
	if len(m.in) == 0 {
		return nil
	}
	m.out = append(m.out, m.in[0])
	m.in = m.in[1:]
	return skip[T]
}
func skip[T any](m *machine[T]) state[T] {
	if len(m.in) > 0 {
		m.in = m.in[1:]
	}
	return start
}

func main() {
	fmt.Println(Join(ID(1), 2, 3), Join(Tag("a"), "b"), Join[ID]())
	fmt.Println(MethodOf(ID(5))(), MethodExpr[Tag]()("x"), MethodOf[fmt.Stringer](Tag("i"))())
	h := &Heap[string]{less: func(a, b string) bool { return len(a) < len(b) }}
	for _, s := range []string{"ccc", "a", "bb", "dddd"} {
		heap.Push(h, s)
	}
	for h.Len() > 0 {
		fmt.Print(heap.Pop(h), " ")
	}
	fmt.Println()
	c := Counter[string]()
	fmt.Println(c("a"))
	fmt.Println(c("b"))
	fmt.Println(Try(func() int { return 3 }))
	fmt.Println(Try(func() []string { var m map[string][]string; return m["a"][1:3] }))
	fmt.Println(Parallel([]int{1, 2, 3, 4}, func(i int) string { return strings.Repeat("x", i) }))
	Go(func(p [3]int) { fmt.Println("go", p) }, [3]int{1, 2, 3})
	sq := MapSeq(Gen(1, 2, 3, 4), func(i int) float64 { return float64(i) / 2 })
	for a, b := range Zip(sq, Gen("x", "y", "z")) {
		if b == "z" {
			break
		}
		fmt.Print(a, b, " ")
	}
	fmt.Println(Reduce(sq, "", func(a string, f float64) string { return a + fmt.Sprint(f) + ";" }))
	fmt.Println(slices.Collect(sq), slices.Sorted(Gen("q", "b", "z")))
	log := []string{}
	cache := NewCache(func(k string, v int) { log = append(log, fmt.Sprint(k, "=", v)) })
	for _, k := range []string{"a", "bb", "a", "ccc"} {
		cache.Get(k, func(s string) int { return len(s) })
	}
	fmt.Println(log)
	e := Add{Num(1), Add{Num(2), Num(3)}}
	fmt.Println(Visit(e, Visitor[int](eval{})), Visit[string](e, show{}))
	fmt.Println(SortBy([]string{"ccc", "a", "bb"}, func(s string) int { return -len(s) }))
	d := []*Doc{{[]string{"a"}}, {[]string{"b"}}}
	d2 := CloneAll(d)
	d2[0].s[0] = "changed"
	fmt.Println(d[0].s, d2[0].s)
	fmt.Println(Index([]ID{11, 22, 33}, 3), Index([]ID{11}, 3))
	fmt.Println(Fix(func(self func(int) int, n int) int {
		if n < 2 {
			return 1
		}
		return n * self(n-1)
	})(10))
	fmt.Println(Curry(func(a int, b string) string { return strings.Repeat(b, a) })(3)("ab"))
	fmt.Println(Depth(map[string]ID{}, 3), SumMap(map[string]float64{"a": 1.5, "b": 2}))
	fmt.Println(Labels([][]int{{1, 2, 3, 4}, {5, 4}}, 4))
	x := 3
	fmt.Println(Default(&x, 4), Default(nil, "d"))
	m := &machine[string]{in: []string{"a", "b", "c", "d", "e"}}
	m.run(start[string])
	fmt.Println(m.out)
	func() {
		defer func() { fmt.Println("rec", recover()) }()
		heap.Push(h, 3)
	}()
}
