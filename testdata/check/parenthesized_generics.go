package main

func g[P any](P) {}

func main() {
	(g)(1)
	(g)[int](1)
	var f func(int) = (g)
	f(1)
	_ = (g[int])
	((g[int]))(2)
}
