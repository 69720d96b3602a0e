package main

import (
	"fmt"
	"runtime"
	"time"
)

func leak() {
	ch := make(chan int)
	go func() {
		ch <- 1
	}()
}

func main() {
	before := runtime.NumGoroutine()
	for i := 0; i < 5; i++ {
		leak()
	}
	time.Sleep(20 * time.Millisecond)
	fmt.Println("leaked:", runtime.NumGoroutine()-before)
}
