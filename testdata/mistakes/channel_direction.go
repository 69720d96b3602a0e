package main

import "fmt"

func producer(out <-chan int) {
	out <- 1
	close(out)
}

func consumer(in chan<- int) {
	fmt.Println(<-in)
	for v := range in {
		fmt.Println(v)
	}
}

func main() {
	ch := make(chan int)
	go producer(ch)
	consumer(ch)
}
