package b

import (
	"fmt"
	"m/a"
)

type T2 struct { x float64 }
func New(x float64) T2 { return T2{x} }
func X(t T2) float64 { return t.x }
func (t T2) m() string { return fmt.Sprint("b.m", t.x) }
func M(v any) string { if m, ok := v.(interface{ m() string }); ok { return m.m() }; return "none" }
func Is(v any) bool { _, ok := v.(interface{ m() string }); return ok }
type key int
func Key(n int) any { return key(n) }
func Gen[T any]() any { return a.List[T](nil) == nil }
func Typ[T any](x T) string { return fmt.Sprintf("%T", a.List[T]{}) }
func Use[T any, L interface{ ~[]T; Len() int }](l L) int { return l.Len() }
type Alias = a.Num
