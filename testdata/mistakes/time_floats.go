package main

import (
	"fmt"
	"time"
)

func main() {
	time.Sleep(0.5)
	time.Sleep(1.5 * time.Second)
	var timeout time.Duration = "5s"
	deadline := time.Now() + timeout
	var rate float64 = 2
	time.Sleep(time.Second / rate)
	fmt.Println(deadline)
}
