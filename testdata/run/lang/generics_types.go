// Generic types: names of instances, identity, recursion, embedding, aliases, methods.
package main

import (
	"errors"
	"fmt"
	"strings"
)

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func (p Pair[A, B]) Swap() string           { return fmt.Sprint(p.Val, p.Key) }
func (p *Pair[_, V]) Set(v V)               { p.Val = v }
func (Pair[_, _]) Name() string             { return "pair" }
func (p Pair[K, V]) With(v V) Pair[K, V]    { p.Val = v; return p }
func MakePair[K comparable, V any](k K, v V) Pair[K, V] { return Pair[K, V]{k, v} }

type List[T any] struct {
	head, tail *node[T]
	n          int
}
type node[T any] struct {
	v    T
	next *node[T]
}

func (l *List[T]) Push(v T) *List[T] {
	nd := &node[T]{v: v}
	if l.tail == nil {
		l.head = nd
	} else {
		l.tail.next = nd
	}
	l.tail = nd
	l.n++
	return l
}
func (l *List[T]) All() func(func(int, T) bool) {
	return func(yield func(int, T) bool) {
		i := 0
		for n := l.head; n != nil; n = n.next {
			if !yield(i, n.v) {
				return
			}
			i++
		}
	}
}

type Stack[T any] []T

func (s *Stack[T]) Push(v T) { *s = append(*s, v) }
func (s *Stack[T]) Pop() (v T, err error) {
	if len(*s) == 0 {
		return v, errors.New("empty")
	}
	v = (*s)[len(*s)-1]
	*s = (*s)[:len(*s)-1]
	return
}

type Set[T comparable] map[T]struct{}

func (s Set[T]) Add(v ...T) Set[T] {
	for _, x := range v {
		s[x] = struct{}{}
	}
	return s
}
func (s Set[T]) Has(v T) bool { _, ok := s[v]; return ok }

type Opt[T any] struct {
	v  T
	ok bool
}

func Some[T any](v T) Opt[T] { return Opt[T]{v, true} }
func None[T any]() Opt[T]    { return Opt[T]{} }
func (o Opt[T]) OrElse(d T) T {
	if o.ok {
		return o.v
	}
	return d
}
func (o Opt[T]) String() string {
	if o.ok {
		return fmt.Sprintf("Some(%v)", o.v)
	}
	return "None"
}

type Base[T any] struct{ X T }

func (b *Base[T]) SetX(x T) { b.X = x }
func (b Base[T]) GetX() T   { return b.X }

type Derived[T any] struct {
	Base[T]
	*List[T]
	Y int
}
type Outer struct {
	Derived[string]
	Z Opt[int]
}
type Getter[T any] interface{ GetX() T }
type Setter[T any] interface {
	Getter[T]
	SetX(T)
}

type Vec[T any] = []T
type PS[V any] = Pair[string, V]
type Self[T any] struct {
	kids []Self[T]
	m    map[string]*Self[T]
	f    func(Self[T]) Self[T]
	v    T
}
type A[T any] struct{ b *B[T] }
type B[T any] struct {
	a *A[T]
	c C[A[T]]
}
type C[T any] struct{ p *T }
type Fn[A, R any] func(A) R

func (f Fn[A, R]) Call(a A) R { return f(a) }

type Num[T ~int | ~float64] struct{ v T }

func (n Num[T]) Add(m Num[T]) Num[T] { return Num[T]{n.v + m.v} }

type MyInt int

func (m MyInt) String() string { return fmt.Sprintf("MyInt(%d)", int(m)) }

type Arr[T any] [3]T
type Ch[T any] chan T
type I[T any] interface{ M(T) T }
type implI struct{}

func (implI) M(s string) string { return strings.ToUpper(s) }

func name(x any) string { return fmt.Sprintf("%T", x) }

func local[T any](v T) any {
	type L struct{ v T }
	type G = Pair[string, L]
	return G{"l", L{v}}
}

func kind(x any) string {
	switch x := x.(type) {
	case List[int], *List[int]:
		return "list int " + name(x)
	case Pair[string, int]:
		return "pair " + x.Key
	case Pair[string, MyInt]:
		return "pair my " + x.Val.String()
	case Stack[string]:
		return "stack" + x[0]
	case Fn[int, int]:
		return "fn" + fmt.Sprint(x(3))
	case interface{ OrElse(string) string }:
		return "opt " + x.OrElse("dflt")
	case I[string]:
		return "I " + x.M("abc")
	default:
		return "other " + name(x)
	}
}

func main() {
	p := MakePair("a", 1)
	p.Set(5)
	fmt.Println(p, p.Swap(), p.Name(), p.With(9), p)
	fmt.Printf("%T %+v %#v\n", p, p, p)
	fmt.Printf("%T\n%T\n%T\n", Pair[string, Pair[int, []MyInt]]{}, Pair[struct{ A int }, map[string]any]{}, Pair[[2]int, func(int) error]{})
	fmt.Printf("%T %T %T\n", Pair[any, error]{}, Pair[interface{ M() }, chan<- int]{}, Opt[*List[byte]]{})
	l := new(List[int]).Push(1).Push(2).Push(3)
	for i, v := range l.All() {
		fmt.Print(i, ":", v, " ")
	}
	fmt.Println(l.n)
	var s Stack[string]
	s.Push("x")
	s.Push("y")
	fmt.Println(s.Pop())
	fmt.Println(s.Pop())
	fmt.Println(s.Pop())
	set := Set[rune]{}.Add('a', 'b')
	fmt.Println(set.Has('a'), set.Has('c'), len(set), name(set))
	fmt.Println(Some(3), None[int](), None[string]().OrElse("z"), name(Some(p)))
	var d Derived[string]
	d.List = &List[string]{}
	d.SetX("set")
	d.Push("p")
	fmt.Println(d.GetX(), d.X, d.n, name(d))
	o := Outer{d, Some(4)}
	o.SetX("outer")
	var st Setter[string] = &o
	st.SetX("iface")
	fmt.Println(o.GetX(), d.GetX(), st.GetX(), name(st), o.Z)
	var v Vec[int] = []int{1}
	var ps PS[int] = p
	fmt.Println(name(v), name(ps), ps == p)
	self := Self[int]{v: 1}
	self.kids = append(self.kids, self)
	self.f = func(s Self[int]) Self[int] { s.v++; return s }
	fmt.Println(self.f(self).v, len(self.kids), name(self))
	ab := A[int]{}
	ab.b = &B[int]{a: &ab, c: C[A[int]]{&ab}}
	fmt.Println(ab.b.c.p.b.a == &ab, name(ab.b), name(ab.b.c))
	f := Fn[int, string](func(i int) string { return fmt.Sprint(i) })
	fmt.Println(f.Call(3), name(f), Fn[int, string].Call(f, 4), Pair[string, int].Name(p) == "pair")
	fmt.Println(Num[MyInt]{3}.Add(Num[MyInt]{4}), name(Num[float64]{}))
	var arr Arr[MyInt]
	arr[1] = 7
	fmt.Println(arr, name(arr), len(arr), name(make(Ch[Ch[int]])))
	fmt.Println(name(local(1)), name(local("s")))
	fmt.Println(local(1) == local(1), local(1) == local(2), local(1) == local(int8(1)))
	for _, x := range []any{l, *l, p, Pair[string, MyInt]{"k", 2}, Pair[MyInt, string]{}, Stack[string]{"!"}, Fn[int, int](func(i int) int { return i * i }), Some("so"), Some(1), implI{}, Num[int]{}} {
		fmt.Println(kind(x))
	}
	defer func() {
		fmt.Println(recover())
		defer func() {
			fmt.Println(recover())
			defer func() { fmt.Println(recover()) }()
			var g any = implI{}
			_ = g.(I[int])
		}()
		var e Getter[string]
		var x any = Num[int]{}
		e = x.(Getter[string])
		_ = e
	}()
	var x any = p
	_ = x.(Pair[string, string])
}
