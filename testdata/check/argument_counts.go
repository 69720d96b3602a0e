package main

import "os"

func f(a, b int) {}
func v(a int, b ...string) {}

func main() {
	f(undef)
	f(undef, 1, 2)
	f(1 + "a")
	f(undef.x)
	f()
	f(1, undef)
	v(undef)
	v()
	_ = os.args
	_ = os.exit
	x := 1
	y := 3
	f(y())
	x(y, undef)
	go f
	var e error
	_ = e * nil
	_ = e && nil
	_ = nil + nil
	_ = e + nil
	_ = e < nil
	println() = 1
}
