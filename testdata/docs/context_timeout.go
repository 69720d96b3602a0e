package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Millisecond)
	defer cancel()
	done := make(chan struct{})
	go func() {
		defer close(done)
		for {
			select {
			case <-ctx.Done():
				fmt.Println("Goroutine exiting:", ctx.Err())
				return
			default:
				time.Sleep(5 * time.Millisecond)
			}
		}
	}()
	<-done
	fmt.Println("Main function exiting")
}
