package main

import (
	"fmt"
)

func main() {
	ch := make(chan int)
	finished := make(chan struct{})
	go func() {
		for val := range ch {
			fmt.Println("Received:", val)
		}
		fmt.Println("Channel closed, exiting goroutine")
		close(finished)
	}()
	for i := 0; i < 3; i++ {
		ch <- i
	}
	close(ch)
	<-finished
	v, ok := <-ch
	fmt.Println(v, ok)
}
