package main

import (
	"fmt"
)

func main() {
	var in, out chan int
	select {
	case v := <-in:
		fmt.Println(v)
	case out <- 1:
	}
}
