package main

import "fmt"

func main() {
	words := {"a", "b"}
	fmt.Println(words)
}
