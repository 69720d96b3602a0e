// DeepEqual: each kind, cycles, what is not equal.
package main

import (
	"errors"
	"fmt"
	"math"
	"reflect"
)

type Loop *Loop
type Node struct {
	Val  int
	Next *Node
	m    map[string]*Node
}
type L []L
type M map[string]M
type U struct {
	a int
	b []any
	c map[int]string
	d func()
}

func cycle(n int) *Node {
	first := &Node{Val: 0}
	last := first
	for i := 1; i < n; i++ {
		last.Next = &Node{Val: i}
		last = last.Next
	}
	last.Next = first
	first.m = map[string]*Node{"self": first}
	return first
}

func main() {
	f := func() {}
	err := errors.New("x")
	nan := math.NaN()
	p, q := 1, 1
	var l1, l2 Loop
	l1, l2 = &l1, &l2
	s1, s2 := L{nil}, L{nil}
	s1[0], s2[0] = s1, s2
	m1, m2 := M{}, M{}
	m1["k"], m2["k"] = m1, m2
	nans := []float64{nan}
	mn := map[float64]int{nan: 1}
	for i, c := range []struct{ a, b any }{
		{nil, nil}, {nil, 1}, {1, 1}, {1, int8(1)}, {1, 2}, {"a", "a"}, {nan, nan}, {0.0, math.Copysign(0, -1)}, {1i, 1i},
		{[]int{1}, []int{1}}, {[]int{1}, []int{2}}, {[]int{}, []int(nil)}, {[]int(nil), []int(nil)}, {[]int{1, 2}, []int{1}}, {[2]string{"a"}, [2]string{"a"}},
		{map[int]string{1: "a"}, map[int]string{1: "a"}}, {map[int]string{1: "a"}, map[int]string{2: "a"}}, {map[int]int{}, map[int]int(nil)}, {map[int]int{1: 0}, map[int]int{2: 0}},
		{&p, &q}, {&p, &p}, {(*int)(nil), (*int)(nil)}, {(*int)(nil), &p}, {f, f}, {(func())(nil), (func())(nil)}, {err, err}, {err, errors.New("x")}, {errors.New("y"), err},
		{U{1, []any{1, "x", []int{2}}, map[int]string{1: "q"}, nil}, U{1, []any{1, "x", []int{2}}, map[int]string{1: "q"}, nil}}, {U{d: f}, U{d: f}}, {U{b: []any{1}}, U{b: []any{int8(1)}}},
		{cycle(3), cycle(3)}, {cycle(3), cycle(4)}, {l1, l2}, {s1, s2}, {m1, m2}, {nans, nans}, {nans, []float64{nan}}, {mn, mn}, {mn, map[float64]int{nan: 1}},
		{[]any{1, nil, "a"}, []any{1, nil, "a"}}, {[]any{nil}, []any{0}}, {make(chan int), make(chan int)}, {[]byte("abc"), []byte("abc")}, {struct{}{}, struct{}{}},
		{map[string][]map[string]any{"a": {{"b": 1}}}, map[string][]map[string]any{"a": {{"b": 1}}}}, {[][]int{{1}, nil}, [][]int{{1}, {}}}, {error(nil), nil}, {&[]any{&p}, &[]any{&q}},
	} {
		fmt.Print(i, reflect.DeepEqual(c.a, c.b), " ")
	}
	fmt.Println()
	deep := func(n int) any {
		var x any = 0
		for range n {
			x = []any{x}
		}
		return x
	}
	fmt.Println(reflect.DeepEqual(deep(5000), deep(5000)), reflect.DeepEqual(deep(300), deep(301)))
	defer func() { fmt.Println(recover()) }()
	fmt.Println(reflect.ValueOf(f).Comparable(), reflect.ValueOf(f).Equal(reflect.ValueOf(f)))
}
