package main

type S struct {
	a ~int
	b )string
	c int = 5
}

func f() []string[0] { return nil }

func main() {
	defer &f()
	go (f)()
}
