package main

import (
	"fmt"
	"runtime"
	"time"
)

func noLeak() {
	ch := make(chan int, 1)
	go func() {
		ch <- 1
	}()
}

func main() {
	before := runtime.NumGoroutine()
	for i := 0; i < 5; i++ {
		noLeak()
	}
	time.Sleep(50 * time.Millisecond)
	fmt.Println("leaked:", runtime.NumGoroutine()-before)
}
