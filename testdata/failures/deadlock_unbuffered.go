package main

import "fmt"

func main() {
	messages := make(chan string)
	messages <- "hello"
	fmt.Println(<-messages)
}
