package main

import "fmt"

func add(int a, int b) int {
	return a + b
}

func main() {
	fmt.Println(add(1, 2))
}
