package a

import "fmt"

type T struct {
	X int
	y string
	inner
}
type inner struct{ Z, w int }
type Hidden interface {
	Visible() string
	hidden() int
}
type Impl struct{}

func (Impl) Visible() string { return "v" }
func (Impl) hidden() int     { return 1 }
func (t T) String() string   { return fmt.Sprint("a.T", t.X) }

type G[K comparable, V any] struct {
	m map[K]V
}

func (g *G[K, V]) Put(k K, v V) {
	if g.m == nil {
		g.m = map[K]V{}
	}
	g.m[k] = v
}
func New() any { return struct{ x, Y int }{1, 2} }
func Local() any {
	type T int
	return T(3)
}

type T2 string
