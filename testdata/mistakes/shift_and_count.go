package main

import "fmt"

func main() {
	x := 1.5
	fmt.Println(x << 2)
	var n uint8 = 1
	var m int = 2
	fmt.Println(n + m, 1 << -1)
	if n > 300 {
		fmt.Println("big")
	}
}
