package main

import "fmt"

func main() {
	var n int = func() string {
		fmt.Println("a")
		fmt.Println("b")
		fmt.Println("c")
		return "x"
	}()
	fmt.Println(n)
	var s string = []int{
		1,
		2,
		3,
	}
	fmt.Println(s)
}
