package main

import (
	"fmt"
	"time"
)

func main() {
	done := make(chan struct{})
	exited := make(chan bool)
	go func() {
		for {
			select {
			case <-done:
				fmt.Println("Goroutine exiting")
				exited <- true
				return
			default:
				time.Sleep(time.Millisecond)
			}
		}
	}()
	time.Sleep(10 * time.Millisecond)
	close(done)
	<-exited
}
