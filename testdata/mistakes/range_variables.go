package main

import "fmt"

func main() {
	for i, v := range 10 {
		fmt.Println(i, v)
	}
	ch := make(chan int)
	for i, v := range ch {
		fmt.Println(i, v)
	}
	for a, b, c := range []int{1} {
		fmt.Println(a, b, c)
	}
}
