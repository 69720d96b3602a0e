package b
type T struct{ n int }
type N int
func F(T) {}
func (T) M(T) {}
