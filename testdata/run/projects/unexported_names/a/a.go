package a

type T struct { x int; X int }
type t struct{}
func (T) m() {}
func (*T) Ptr() {}
func f() {}
var v int
type I interface { hidden(); Shown() }
func G[T any](T) {}
func G2[T Num](T) {}
type Num interface { ~int | ~float64 }
type Pair[A, B any] struct { a A; b B }
var S struct{ x int }
var X = 1
