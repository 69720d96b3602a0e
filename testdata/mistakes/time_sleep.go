package main

import (
	"fmt"
	"time"
)

func main() {
	seconds := 2
	time.Sleep(seconds * time.Second)
	var f float64 = time.Second
	time.sleep(1.5)
	start := time.Now()
	fmt.Println(time.Now() - start, f)
}
