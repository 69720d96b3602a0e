package main

import "fmt"

func produce(out chan<- int) {
	for i := range 3 {
		out <- i
	}
}

func main() {
	numbers := make(chan int)
	go produce(numbers)
	for n := range numbers {
		fmt.Println(n)
	}
}
