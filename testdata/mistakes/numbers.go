package main

import "fmt"

func main() {
	a := 089
	b := 1_000_
	c := 0xZZ
	d := 1.2.3
	fmt.Println(a, b, c, d, 10e)
}
