// unordered
package main

import (
	"fmt"
	"time"
)

func sayHello(name string) {
	fmt.Printf("Hello, %s!\n", name)
}

func main() {
	go sayHello("World")
	go func() {
		fmt.Println("Anonymous goroutine")
	}()
	message := "Closure variable"
	go func() {
		fmt.Println(message)
	}()
	time.Sleep(50 * time.Millisecond)
}
