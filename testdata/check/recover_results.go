package main

func main() {
	r := recover()
	r.x()
	r()
	var s []int = recover()
	_ = s
	var a any = 1
	a()
	_ = a + 1
}
