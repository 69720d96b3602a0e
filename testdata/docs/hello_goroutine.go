// unordered
package main

import (
	"fmt"
	"time"
)

func sayHello() {
	fmt.Println("Hello from goroutine!")
}

func main() {
	go sayHello()
	fmt.Println("Hello from main!")
	time.Sleep(50 * time.Millisecond)
}
