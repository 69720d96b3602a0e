package main
import ("m/a"; "m/b")
func main() {
	var x a.T = b.T{}
	var y struct{ n int } = a.S{}
	var f func(a.T) = b.F
	a.F(b.T{})
	_ = a.T(b.T{})
	_ = a.N(b.N(1)) + b.N(2)
	_, _, _ = x, y, f
	switch any(1).(type) { case a.T, b.T, a.T: }
	var i a.I = b.T{}
	_ = i
}
