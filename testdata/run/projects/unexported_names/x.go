package main

import (
	"m/a"
	b "m/a"
)

type E struct{ a.T }

func main() {
	var t a.T
	t.x = 1
	t.m()
	a.f()
	a.F2()
	_ = a.v
	_ = a.T{1, 2}
	_ = a.T{x: 1}
	var e E
	e.x = 2
	e.m()
	_ = e.X
	var i a.I = e
	i.hidden()
	var j a.I = &t
	_, _ = i, j
	_ = b.Y
	a.G[int, string](1)
	a.G2("x")
	var _ a.Num = 1
	_ = a.Pair[int]{}
	var s struct{ x int } = a.S
	_ = s
	a.T.m(t)
	_ = (*a.T).Ptr
	a.X()
	switch i := any(t).(type) { case a.t: }
}
