package main

import "fmt"

//go:noinline
func ret(n int) []int {
	var s []int
	for i := range n {
		s = append(s, i)
	}
	return s
}

//go:noinline
func retb(n int) []byte {
	var s []byte
	for i := range n {
		s = append(s, byte(i))
	}
	return s
}

//go:noinline
func rets(n int) []string {
	s := []string{}
	for range n {
		s = append(s, "x")
	}
	return s
}

//go:noinline
func filter(xs []int, f func(int) bool) []int {
	var out []int
	for _, x := range xs {
		if f(x) {
			out = append(out, x)
		}
	}
	return out
}

//go:noinline
func mapg[T, U any](xs []T, f func(T) U) []U {
	var out []U
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

//go:noinline
func two(n int) ([]int, error) {
	var s []int
	for i := range n {
		s = append(s, i)
	}
	if n == 100 {
		return nil, fmt.Errorf("x")
	}
	return s, nil
}

//go:noinline
func early(n int) []int {
	var s []int
	if n == 0 {
		return s
	}
	s = append(s, 1, 2, 3)
	return s
}

//go:noinline
func param(s []int) []int {
	s = append(s, 1)
	return s
}

//go:noinline
func direct(s []int) []int { return append(s, 1) }

//go:noinline
func leakret(n int) []int {
	var s []int
	for i := range n {
		s = append(s, i)
	}
	fmt.Sprint(s)
	return s
}

func main() {
	for n := range 12 {
		fmt.Print(cap(ret(n)), " ", cap(retb(n)), " ", cap(rets(n)), " ", cap(leakret(n)), " ")
		t, _ := two(n)
		fmt.Println(cap(t))
	}
	fmt.Println(cap(retb(31)), cap(retb(32)), cap(retb(33)), cap(retb(64)), cap(retb(65)))
	fmt.Println(cap(filter([]int{1, 2, 3, 4, 5, 6, 7}, func(x int) bool { return x%2 == 1 })), cap(mapg([]int{1, 2, 3}, func(x int) int { return x })), cap(mapg([]int{1, 2, 3, 4, 5}, func(x int) string { return "" })))
	fmt.Println(cap(early(1)), cap(param(nil)), cap(direct(nil)), cap(param([]int{1})), ret(0) == nil, rets(0) == nil)
}
