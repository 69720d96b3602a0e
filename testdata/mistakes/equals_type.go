package main

import "fmt"

func main() {
	var name: string = "x"
	var n = int 3
	fmt.Println(name, n)
}
