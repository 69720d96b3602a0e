//go:build go1.20

package main

func main() {
	for range 10 {
	}
	_ = min(1, 2)
	clear(map[int]int{})
	for range func(func() bool) {} {
	}
}
