package main

import (
	"fmt"
)

func main() {
	fmt.Printn("x")
	y = 2
	foo()
}
