package main

type Number interface{ ~int | ~float64 }

type Stringer interface{ String() string }

type P struct{}

func (*P) String() string { return "" }

func sum[T Number](s ...T) T { var t T; return t }

func show[T Stringer](t T) {}

func same[T comparable](a, b T) bool { return a == b }

func pair[K comparable, V any](k K, v V) {}

func main() {
	sum("a", "b")
	sum(1, 2.5)
	show(P{})
	show(1)
	same([]int{}, nil)
	same(func() {}, nil)
	pair[string](1, 2)
	pair[string, int, bool]("a", 1)
	_ = sum
	sum[string]()
}
