package main

import "fmt"

func main() {
	x, y := 1, 2
	fmt.Println(x, y)
	if x > 1:
		fmt.Println(x)
}
