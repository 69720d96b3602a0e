package main

import (
	"fmt"
	"reflect"
)

type G[T any] struct{ x T }
type Int int

func F[A any](a A) {
	type T struct{ a A }
	type U struct{ t T }
	p(T{}, U{}, G[T]{}, G[U]{}, &T{}, []T{}, map[Int]T{})
	func() {
		type T int
		p(T(0), G[T]{})
	}()
}

func p(xs ...any) {
	for _, x := range xs {
		t := reflect.TypeOf(x)
		fmt.Printf("%T | %v | %q | %q\n", x, t, t.Name(), t.PkgPath())
	}
}

type M[T any] struct{}

func (M[T]) Do() {
	type L struct{ t T }
	p(L{}, G[L]{})
}

func main() {
	F(1)
	F(Int(1))
	F(G[Int]{})
	type Local int
	F(Local(1))
	p(G[Local]{}, G[G[Local]]{}, G[*Local]{}, G[struct{ x Local }]{}, G[func(Local) Int]{}, G[map[Local][]Local]{}, G[interface{ M(Local) }]{}, G[chan Local]{})
	M[int]{}.Do()
	{
		type Local string
		p(Local(""), G[Local]{})
	}
	type A = struct{ a Local }
	p(A{}, G[A]{})
}

var _ = func() int {
	type V int
	p(V(1), G[V]{})
	return 1
}()
