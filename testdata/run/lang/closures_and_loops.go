package main

import (
	"fmt"
)

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ", f(), " ")
	}
	fmt.Println()
	counter := func() func() int {
		n := 0
		return func() int { n++; return n }
	}()
	fmt.Println(counter(), counter(), counter())
outer:
	for i := range 4 {
		for j := range 4 {
			if j == 2 {
				continue outer
			}
			if i == 2 {
				break outer
			}
			fmt.Print(i, j, ";")
		}
	}
	fmt.Println()
	i := 0
again:
	i++
	if i < 3 {
		goto again
	}
	switch {
	case i == 3:
		fmt.Println("three")
		fallthrough
	case i == 4:
		fmt.Println("falls")
	default:
		fmt.Println("not here")
	}
}
