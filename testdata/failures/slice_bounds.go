package main

import "fmt"

func main() {
	text := "Gopher"
	n := 10
	fmt.Println(text[:n])
}
