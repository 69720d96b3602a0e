package main

import "fmt"

func main() {
	ch := make(chan int)
	ch = 5
	v := ch
	fmt.Println(v + 1)
	close(5)
	for i := 0; i < len(ch); i++ {
		fmt.Println(ch[i])
	}
	var results chan string = make(chan int)
	results <- <-ch
	var out chan<- int = ch
	fmt.Println(<-out)
}
