package main

import "fmt"

func main() {
	names := []string{"ann", "bob"}
	for name := range names {
		fmt.Println("hello " + name)
	}
}
