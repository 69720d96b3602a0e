package main

import (
	"fmt"
)

func f() (int, error) { return 1, nil }

func main() {
	var s string = 1
	x := f()
	fmt.Println(s+1, x)
}
