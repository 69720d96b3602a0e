package main

import (
	"fmt"
	"iter"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if i == 3 {
				panic("boom")
			}
			if !yield(i) {
				fmt.Println("stopped at", i)
				return
			}
		}
	}
}

func main() {
	next, stop := iter.Pull(count(10))
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		for {
			v, ok := next()
			fmt.Println(v, ok)
		}
	}()
	fmt.Println(next())
	stop()

	next, stop = iter.Pull(count(2))
	stop()
	fmt.Println(next())

	next, stop = iter.Pull(count(2))
	fmt.Println(next())
	stop()
	stop()
	fmt.Println(next())
}
