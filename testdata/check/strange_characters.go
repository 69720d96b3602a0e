package main

import "fmt"

func main() {
	fmt.Println(€n, fmt.€x)
	x := 1 # 2
	fmt.Println(y)
}
