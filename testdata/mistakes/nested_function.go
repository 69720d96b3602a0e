package main

import "fmt"

func main() {
	func helper(x int) int {
		return x + 1
	}
	fmt.Println(helper(1))
}
