package main

import "fmt"

func greet(name string = "you") {
	fmt.Println("hello", name)
}

func main() {
	greet()
}
