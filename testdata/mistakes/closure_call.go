package main

import "fmt"

func main() {
	for i := 0; i < 3; i++ {
		go func(n int) {
			fmt.Println(n)
		}()
	}
	done := make(chan bool)
	go func() { done <- 1 }()
	<-done + 1
	x := <-done()
}
