package b

import "example.org/proj/a"

type T struct{ A a.T }
type Alias = a.T
type Emb struct {
	a.Impl
	*a.T
}

func (Emb) hidden() int { return 2 }
func New() any          { return struct{ x, Y int }{1, 2} }
