package tree

import "iter"

type Lesser[T any] interface { Less(T) bool }

type Tree[T Lesser[T]] struct { root *node[T]; n int }

type node[T Lesser[T]] struct { v T; l, r *node[T] }

func (t *Tree[T]) Insert(v T) {
	at := &t.root
	for *at != nil {
		if v.Less((*at).v) { at = &(*at).l } else { at = &(*at).r }
	}
	*at = &node[T]{v: v}
	t.n++
}
func (t *Tree[T]) Len() int { return t.n }
func (t *Tree[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) { t.root.walk(yield) }
}
func (n *node[T]) walk(yield func(T) bool) bool {
	return n == nil || n.l.walk(yield) && yield(n.v) && n.r.walk(yield)
}

func Map[A, B any](s iter.Seq[A], f func(A) B) iter.Seq[B] {
	return func(yield func(B) bool) { for a := range s { if !yield(f(a)) { return } } }
}

type Option[T any] func(*T) error
func Apply[T any](v T, opts ...Option[T]) (T, error) {
	for _, o := range opts { if err := o(&v); err != nil { return v, err } }
	return v, nil
}
type Stack[T any] []T
func (s *Stack[T]) Push(v T) { *s = append(*s, v) }
func (s *Stack[T]) Pop() (v T, ok bool) { if len(*s) == 0 { return }; v = (*s)[len(*s)-1]; *s = (*s)[:len(*s)-1]; return v, true }

type str string
func (a str) Less(b str) bool { return a < b }
var Default = func() *Tree[str] { t := new(Tree[str]); t.Insert("x"); return t }()
func Zero[T any]() T { return *new(T) }
func Must[T any](v T, err error) T { if err != nil { panic(err) }; return v }
