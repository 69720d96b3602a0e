package main

import "fmt"

func main() {
	names := []string{"a", "b"}
	for name in names {
		fmt.Println(name)
	}
}
