package main

import "fmt"

func main() {
	n := 3
	for n {
		n--
	}
	if !n {
		fmt.Println("zero")
	}
	names := []string{"a"}
	if names {
		fmt.Println("some")
	}
}
