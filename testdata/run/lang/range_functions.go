package main

import (
	"fmt"
	"iter"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("iterator ends")
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func find(n int) (string, bool) {
	for i := range count(10) {
		for j := range count(10) {
			if i*j == n {
				return fmt.Sprint(i, "*", j), true
			}
		}
	}
	return "", false
}

func main() {
	fmt.Println(find(2))
	total := 0
outer:
	for i := range count(5) {
		for j := range count(5) {
			if j > i {
				continue outer
			}
			if i == 3 {
				break outer
			}
			total += i + j
		}
	}
	fmt.Println(total)
}
