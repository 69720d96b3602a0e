package main

import "fmt"

func main() {
	x := 10
	fmt.Println(x / 0)
	fmt.Println(x % 0)
	var a [3]int
	fmt.Println(a[3], a[-1])
}
