package main

import "fmt"

func main() {
	a, b := 1, 2
	if a > 0 & b > 0 {
		fmt.Println("both")
	}
	if a > 0 || b {
		fmt.Println("one")
	}
}
