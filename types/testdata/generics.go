package main

type Number interface {
	~int | ~int64 | ~float64
}

func Sum[T Number](xs ...T) T {
	var s T
	for _, x := range xs {
		s += x
	}
	return s
}

func Map[T, U any](xs []T, f func(T) U) []U { return nil }
func Keys[M ~map[K]V, K comparable, V any](m M) []K { return nil }

type List[T any] struct {
	head *node[T]
}
type node[T any] struct {
	val  T
	next *node[T]
}

func (l *List[T]) Push(v T)      {}
func (l List[T]) All() []T       { return nil }
func (l *List[A, B]) Bad()       {}
func (l *List) Bad2()            {}

type Pair[K comparable, V any] struct {
	Key K
	Val V
}
type Set[T comparable] map[T]struct{}
type Stringer interface{ String() string }
type Con interface {
	~string
	String() string
}
type Tree[T interface{ Less(T) bool }] struct{ root T }
type X[T any] struct{ x *X[[]T] }
type Rec[T any] struct{ x Rec[T] }
type Alias[T any] = List[T]

func str[T Stringer](x T) string { return x.String() }
func conv[T, U Number](x T) U    { return U(x) }
func eq[T any](a, b T) bool      { return a == b }
func lt[T comparable](a, b T) bool { return a < b }
func call[F func(int) int](f F) int { return f(1) }
func idx[S ~[]E, E any](s S) E   { return s[0] }
func ptr[T any, PT interface {
	*T
	Set(string)
}](s string) T {
	var t T
	PT(&t).Set(s)
	return t
}

type Settable int

func (s *Settable) Set(string) {}

type MyInt int

func (m MyInt) String() string       { return "" }
func (m MyInt) Less(n MyInt) bool { return m < n }

func generic[T any]() {}

var fn = generic
var fi func(int) int = ident

func ident[T any](x T) T { return x }

func main() {
	_ = Sum(1, 2, 3)
	_ = Sum(1, 2.5)
	_ = Sum("a")
	_ = Sum[string]("a")
	_ = Sum[int, int](1)
	_ = Map([]int{1}, func(x int) string { return "" })
	_ = Map([]int{1}, func(x string) string { return "" })
	_ = Keys(map[string]int{})
	_ = Keys([]int{})
	var l List[int]
	l.Push("a")
	l.Push(1)
	var l2 List
	var l3 List[int, string]
	var p Pair[[]int, int]
	var p2 = Pair{1, 2}
	p3 := Pair[string, int]{"a", 1}
	_ = p3.Foo
	var s Set[[]int]
	_ = str(5)
	_ = str(MyInt(5))
	_ = conv[int](1.5)
	_ = conv[int, float64](1)
	_ = eq(1, "a")
	_ = call(func(x int) int { return x })
	_ = idx([]string{})
	_ = idx(5)
	_ = ptr[Settable]("x")
	_ = ptr[int]("x")
	var t Tree[MyInt]
	var t2 Tree[int]
	generic()
	generic[int]()
	var a Alias[int]
	a.Push("x")
	var n Number
	var c comparable
	_ = ident
	_ = ident[int]
	var f func(string) string = ident
}
