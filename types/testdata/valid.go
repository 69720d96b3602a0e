package main

import (
	"fmt"
	"sort"
	"strings"
	"sync"
)

type Shape interface {
	Area() float64
	fmt.Stringer
}
type Base struct{ name string }

func (b *Base) Name() string    { return b.name }
func (b Base) String() string   { return b.name }

type Sq struct {
	*Base
	side float64
}

func (s Sq) Area() float64 { return s.side * s.side }

type Num interface{ ~int | ~float64 }
type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(x T) { s.items = append(s.items, x) }
func (s *Stack[T]) Pop() (x T, ok bool) {
	if len(s.items) == 0 {
		return
	}
	x = s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return x, true
}
func (s *Stack[T]) All() func(yield func(int, T) bool) {
	return func(yield func(int, T) bool) {
		for i, x := range s.items {
			if !yield(i, x) {
				return
			}
		}
	}
}

func Reduce[T, A any](xs []T, a A, f func(A, T) A) A {
	for _, x := range xs {
		a = f(a, x)
	}
	return a
}

type Tree[K interface{ ~int | ~string }, V any] struct {
	left, right *Tree[K, V]
	key         K
	val         V
}

func (t *Tree[K, V]) Get(k K) (v V, ok bool) {
	switch {
	case t == nil:
		return v, false
	case k < t.key:
		return t.left.Get(k)
	case k > t.key:
		return t.right.Get(k)
	}
	return t.val, true
}

const (
	KB = 1 << (10 * (iota + 1))
	MB
)

var table = map[string][]struct{ x, y int }{"a": {{1, 2}, {x: 3}}}
var ptrs = []*Sq{{side: 1}, {&Base{"b"}, 2}}
var fn func(int) int = double[int]

func double[T Num](x T) T { return x + x }

func apply[T any](x T, fs ...func(T) T) T {
	for _, f := range fs {
		x = f(x)
	}
	return x
}

func multi() (int, string, error) { return 1, "", nil }

func main() {
	var s Shape = Sq{&Base{"x"}, 2}
	if st, ok := s.(fmt.Stringer); ok {
		fmt.Println(st, s.Area())
	}
	a, _, err := multi()
	fmt.Println(multi())
	var st Stack[string]
	st.Push("a")
	for i, x := range st.All() {
		fmt.Println(i, x)
	}
	total := Reduce([]int{1, 2}, 0.5, func(a float64, x int) float64 { return a + float64(x) })
	var mu sync.Mutex
	mu.Lock()
	defer mu.Unlock()
	keys := []string{"b"}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	ch := make(chan int, 1)
	select {
	case ch <- 1:
	case v, ok := <-ch:
		_, _ = v, ok
	default:
	}
	var t *Tree[string, int]
	_, _ = t.Get("k")
	var x any = 5
	switch v := x.(type) {
	case int, int64:
		_ = v
	case nil:
	case func() error:
		_ = v()
	}
	var b [3]byte
	copy(b[:], "abc")
	_ = append([]byte("x"), "yz"...)
	n := uint8(3)
	_ = 1<<n | KB>>1 ^ MB
	var f32 float32 = 1 << 3
	_ = f32 * 2.5
	_ = apply(3, double, fn)
	p := new(5)
	*p++
	for i := range len(keys) {
		_ = i
	}
outer:
	for {
		for {
			break outer
		}
	}
	_ = strings.Map(func(r rune) rune { return r + 1 }, "x")
	_, _, _ = total, err, a
	_ = min(1, 2.5, float64(a))
	_ = struct{ a int }{1} == struct{ a int }{2}
	_ = s.Area
	_ = (*Base).Name
	_ = Shape.Area
	clear(table)
}
