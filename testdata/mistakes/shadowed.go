package main

import (
	"fmt"
	"strconv"
)

func main() {
	var n int
	var err error
	if true {
		n, err := strconv.Atoi("3")
	}
	for i := 0; i < 2; i++ {
		n := n + i
	}
	fmt.Println(n, err)
	fmt := "x"
	fmt.Println(fmt)
	len := 3
	_ = len("x")
}
