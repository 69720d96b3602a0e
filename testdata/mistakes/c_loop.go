package main

import "fmt"

func main() {
	x, y := 1, 2
	fmt.Println(x, y)
	for (int i = 0; i < 3; i++) {
	}
}
