package main

import "fmt"

func main() {
	let x = 3
	fmt.Println(x)
}
