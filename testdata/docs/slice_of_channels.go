package main

import (
	"fmt"
)

func main() {
	var done []chan int
	for i := 0; i < 4; i++ {
		ch := make(chan int)
		done = append(done, ch)
		go func() { ch <- i * 10 }()
	}
	for _, ch := range done {
		fmt.Println(<-ch)
	}
}
