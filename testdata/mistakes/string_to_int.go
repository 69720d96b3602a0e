package main

import "fmt"

func main() {
	var n int = "42"
	text := "7"
	n = text
	n = int(text)
	fmt.Println(n)
}
