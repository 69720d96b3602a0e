package main

import "fmt"

func main() {
	total := 0
	for i := 0; i < 3; i++ {
		count := i * 2
	}
	fmt.Println("done")
}
