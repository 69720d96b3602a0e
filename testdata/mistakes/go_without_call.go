package main

import "fmt"

func work() { fmt.Println("work") }

func main() {
	go work
	go func() {
		fmt.Println("x")
	}
	defer work
}
