// Types, constants and variables that depend on themselves.
package p

import "unsafe"

type (
	direct /* ERROR "invalid recursive type: direct refers to itself" */ struct{ f direct }
	a      /* ERROR "invalid recursive type a" */ struct{ b }
	b      [2]c
	c      struct{ x *c; a a }
	fine   struct{ next *fine; all []fine; by map[string]fine; f func(fine) fine }

	size   /* ERROR "invalid recursive type: size refers to itself" */ [unsafe.Sizeof(size{})]int
	chain  /* ERROR "invalid recursive type chain" */ link
	link   = hop
	hop    = chain
)

type list[T any] struct{ next *list[T] }
type tree[T any] struct{ left, right tree /* ERROR "invalid recursive type: tree refers to itself" */ [T] }

const (
	k1 /* ERROR "initialization cycle: k1 refers to itself" */ = k1
	k2 /* ERROR "initialization cycle for k2" */ = k3
	k3 = k2 + 1
)

var (
	v1 /* ERROR "initialization cycle for v1" */ = f()
	v2 = v1
)

func f() int { return v2 }
