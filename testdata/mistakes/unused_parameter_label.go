package main

import "fmt"

func main() {
	for i := 0; i < 10; i++ {
		x, y := i, i
		fmt.Println(x)
	}
	for k, v := range map[string]int{} {
		fmt.Println(k)
	}
}
