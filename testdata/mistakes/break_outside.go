package main

import "fmt"

func main() {
	if true {
		break
	}
	continue
	fmt.Println("x")
}
