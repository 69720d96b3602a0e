package main

import "fmt"

func main() {
	_ = [...]int
	var a [1e400]int
	var b [1 << 100]int
	var c [1.5]int
	var d [-1]int
	n := 3
	var e [n]int
	var f [undefined]int
	fmt.Println(a, b, c, d, e, f)
}
