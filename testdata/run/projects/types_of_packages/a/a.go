package a
type T struct{ n int }
type S struct{ n int }
type N int
type I interface { M(T) }
func F(T) {}
