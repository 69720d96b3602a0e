package main

import "fmt"

func main() {
	ch := make(chan int)
	ch <- "hello"
	var s string = <-ch
	n := 3
	n <- 4
	fmt.Println(s, <-n)
	var in <-chan int = ch
	ch = in
}
