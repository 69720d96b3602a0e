package main

import "fmt"

func main() {
	if x := 5; x > 3 {
		result := "big"
		_ = result
	}
	for i := 0; i < 3; i++ {
	}
	fmt.Println(x, result, i)
}
