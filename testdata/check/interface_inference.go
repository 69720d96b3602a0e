package main

type T[P any] interface{}
type T1[P any] interface{ m() }
type T2[P any] interface{ m(P) }

func f1[P any](T[P])       {}
func g6[P any](T[P], P)    {}
func h1[P any](T1[P])      {}
func h2[P any](T2[P])      {}

func main() {
	var x T[int]
	f1(x)
	g6(x, 1.2)
	g6(x, "")
	g6(x, 3)
	var y T1[int]
	h1(y)
	var z T2[int]
	h2(z)
}
