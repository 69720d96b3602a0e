// Finalizers, cleanups, weak pointers and unique handles.
package main

import (
	"fmt"
	"runtime"
	"strings"
	"time"
	"unique"
	"weak"
)

type node struct {
	name string
	next *node
	data [4]int
}

func (n *node) Name() string { return n.name }

type named interface{ Name() string }

// until collects garbage until the condition holds.
func until(what string, cond func() bool) {
	for i := 0; i < 200; i++ {
		if cond() {
			fmt.Println(what, "yes")
			return
		}
		runtime.GC()
		time.Sleep(time.Millisecond)
	}
	fmt.Println(what, "no")
}

func never(what string, cond func() bool) {
	for i := 0; i < 5; i++ {
		runtime.GC()
		time.Sleep(time.Millisecond)
		if cond() {
			fmt.Println(what, "happened")
			return
		}
	}
	fmt.Println(what, "never")
}

//go:noinline
func finalizers(out chan string) {
	// A func literal that refers to nothing of the object.
	runtime.SetFinalizer(&node{name: "pointer"}, func(n *node) { out <- n.name })
	runtime.SetFinalizer(&node{name: "interface"}, func(n named) { out <- n.Name() })
	runtime.SetFinalizer(&node{name: "any"}, func(n any) { out <- n.(*node).name })
	runtime.SetFinalizer(&node{name: "results"}, func(n *node) (int, string, error) {
		out <- n.name
		return 1, "x", nil
	})
	runtime.SetFinalizer(&node{name: "interface and result"}, func(n named) string { out <- n.Name(); return "" })
	runtime.SetFinalizer(&node{name: "method value"}, (*node).announce)
	gone := &node{name: "taken back"}
	runtime.SetFinalizer(gone, func(n *node) { out <- n.name })
	runtime.SetFinalizer(gone, nil)
}

var announced = make(chan string, 1)

func (n *node) announce() { announced <- n.name }

//go:noinline
func chain(out chan string) {
	a := &node{name: "a"}
	b := &node{name: "b", next: a}
	c := &node{name: "c", next: b}
	for _, n := range []*node{a, b, c} {
		runtime.SetFinalizer(n, func(n *node) { out <- n.name })
	}
}

var saved *node

//go:noinline
func resurrect(out chan string) {
	runtime.SetFinalizer(&node{name: "back"}, func(n *node) {
		saved = n
		out <- n.name
	})
}

//go:noinline
func cleanups(out chan string) runtime.Cleanup {
	x := &node{name: "x"}
	runtime.AddCleanup(x, func(s string) { out <- s }, "cleanup 1")
	stopped := runtime.AddCleanup(x, func(s string) { out <- s }, "stopped")
	runtime.AddCleanup(&x.data[2], func(i int) { out <- fmt.Sprint("cleanup ", i) }, 2)
	stopped.Stop()
	return stopped
}

//go:noinline
func cleanupAfterFinalizer(out chan string) {
	x := &node{name: "x"}
	runtime.AddCleanup(x, func(s string) { out <- s }, "then the cleanup")
	runtime.SetFinalizer(x, func(*node) { out <- "first the finalizer" })
}

//go:noinline
func weakPointers() (dead, inner weak.Pointer[node], field weak.Pointer[[4]int]) {
	n := &node{name: "weak"}
	dead = weak.Make(n)
	fmt.Println(dead.Value() == n, dead == weak.Make(n), dead.Value().name)
	field = weak.Make(&n.data)
	fmt.Println(field.Value() == &n.data)
	return dead, weak.Make(n), field
}

func drain(out chan string) string {
	var all []string
	for len(out) > 0 {
		all = append(all, <-out)
	}
	return strings.Join(all, ", ")
}

func recovered(f func()) (e any) {
	defer func() { e = recover() }()
	f()
	return nil
}

type pair struct {
	s string
	n int
}

//go:noinline
func uniqueHandles() {
	a, b := unique.Make("hello"), unique.Make(strings.Repeat("hel", 1)+"lo")
	fmt.Println(a == b, a == unique.Make("other"), a.Value(), b.Value())
	p, q := unique.Make(pair{"x", 1}), unique.Make(pair{"x", 1})
	fmt.Println(p == q, p == unique.Make(pair{"x", 2}), p.Value())
	var i1, i2 = unique.Make[any](1), unique.Make[any](int8(1))
	fmt.Println(i1 == i2, i1.Value(), i2.Value(), unique.Make[any](1) == i1, unique.Make(1).Value())
	m := map[unique.Handle[string]]int{a: 1}
	m[b]++
	fmt.Println(m[a], len(m))
	var nan = unique.Make(func() float64 { z := 0.0; return z / z }())
	fmt.Println(nan == nan, nan.Value() == nan.Value())
}

func main() {
	out := make(chan string, 100)
	before := runtime.NumGoroutine()

	finalizers(out)
	until("five finalizers", func() bool { return len(out) == 5 })
	got := map[string]bool{}
	for len(out) > 0 {
		got[<-out] = true
	}
	fmt.Println(got)
	until("method", func() bool { return len(announced) == 1 })

	chain(out)
	until("chain", func() bool { return len(out) == 3 })
	fmt.Println(drain(out))

	resurrect(out)
	until("resurrected", func() bool { return len(out) == 1 })
	fmt.Println(drain(out), saved.name)
	saved = nil
	never("second finalizer", func() bool { return len(out) > 0 })

	cleanups(out).Stop()
	until("cleanups", func() bool { return len(out) == 2 })
	if s := drain(out); s == "cleanup 1, cleanup 2" || s == "cleanup 2, cleanup 1" {
		fmt.Println("both")
	} else {
		fmt.Println(s)
	}
	cleanupAfterFinalizer(out)
	until("finalizer and cleanup", func() bool { return len(out) == 2 })
	fmt.Println(drain(out))

	dead, same, field := weakPointers()
	until("weak is nil", func() bool { return dead.Value() == nil })
	fmt.Println(same.Value(), field.Value(), dead == same)
	live := &node{name: "live"}
	w := weak.Make(live)
	never("live dies", func() bool { return w.Value() == nil })
	runtime.KeepAlive(live)
	fmt.Println(weak.Make[int](nil).Value(), weak.Make[int](nil) == weak.Pointer[int]{})

	uniqueHandles()
	runtime.GC()
	uniqueHandles()

	fmt.Println(recovered(func() { runtime.AddCleanup((*node)(nil), func(int) {}, 1) }))
	fmt.Println(recovered(func() { n := new(node); runtime.AddCleanup(n, func(*node) {}, n) }))
	fmt.Println(recovered(func() { fmt.Println(unique.Make[any]([]int{1})) }))
	fmt.Println(runtime.NumGoroutine() - before)
}
