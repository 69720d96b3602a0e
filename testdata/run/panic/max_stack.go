package main

import (
	"fmt"
	"runtime/debug"
)

func deep(n int) int {
	if n == 0 {
		return 0
	}
	return deep(n-1) + 1
}

func endless(n int) int { return endless(n+1) + 1 }

func main() {
	fmt.Println(deep(100000))
	fmt.Println(debug.SetMaxStack(1 << 20))
	fmt.Println(endless(0))
}
