package a

import "fmt"

type T struct { x int }
func New(x int) T { return T{x} }
func X(t T) int { return t.x }
func (t T) m() string { return fmt.Sprint("a.m", t.x) }
func M(v any) string { if m, ok := v.(interface{ m() string }); ok { return m.m() }; return "none" }
func Is(v any) bool { _, ok := v.(interface{ m() string }); return ok }
type key int
func Key(n int) any { return key(n) }
type List[T any] []T
func (l List[T]) Len() int { return len(l) }
func Gen[T any]() any { return List[T](nil) == nil }
func Typ[T any](x T) string { return fmt.Sprintf("%T", List[T]{}) }
type Alias = struct{ N int }
type Num int
