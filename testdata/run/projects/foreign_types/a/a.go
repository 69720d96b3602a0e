package a
type T struct{}
type U struct{ y int }
const Const = 1
func F() {}
