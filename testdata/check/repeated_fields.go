package main

type S struct {
	a int
	b int
	b string
	_ int
	_ int
}

type E struct {
	S
	S int
}

func main() {
	_ = S{1, 2}
	_ = S{1, 2, "a"}.b
	_ = S{a: 1, a: 2}
	_ = S{a: 1, 2}
	_ = S{c: 1}
	_ = struct{ x *int }{x: 1}
}
