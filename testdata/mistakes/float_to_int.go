package main

import "fmt"

func main() {
	var n int = 3.7
	var half float64 = n / 2
	fmt.Println(n, half)
}
