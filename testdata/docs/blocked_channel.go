package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	ch := make(chan int)
	go func() {
		val := <-ch
		fmt.Println("Received:", val)
	}()
	time.Sleep(10 * time.Millisecond)
	fmt.Println("Main function exiting, goroutines:", runtime.NumGoroutine())
}
