package main

import (
	"fmt"
)

func main() {
	a, b := make(chan int, 1000), make(chan int, 1000)
	for i := range 1000 {
		a <- i
		b <- i
	}
	var na, nb int
	for range 1000 {
		select {
		case <-a:
			na++
		case <-b:
			nb++
		}
	}
	fmt.Println(na > 300, nb > 300, na+nb)
	var none chan int
	select {
	case <-none:
	default:
		fmt.Println("default")
	}
}
