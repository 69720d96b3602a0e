package main

import "fmt"

func main() {
	x := 3
	s := x > 2 ? "big" : "small"
	fmt.Println(s)
}
