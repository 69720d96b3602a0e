package main

import "fmt"

func main() {
	ch := make(chan int)
	select {
	case x > 1:
		fmt.Println("x")
	case v := ch:
		fmt.Println(v)
	}
}
