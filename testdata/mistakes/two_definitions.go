package main

import "fmt"

func main() {
	x, y := 1, 2
	fmt.Println(x, y)
	for i := 0, j := 0; i < 3; i++ { }
}
