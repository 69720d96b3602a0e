package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	t := time.NewTimer(time.Hour)
	fmt.Println(t.Stop(), t.Reset(5*time.Millisecond))
	<-t.C
	tick := time.NewTicker(2 * time.Millisecond)
	for range 3 {
		<-tick.C
	}
	tick.Stop()
	ch := make(chan string)
	time.AfterFunc(time.Millisecond, func() { ch <- "after" })
	fmt.Println(<-ch)
	el := time.Since(start)
	fmt.Println(el >= 11*time.Millisecond, el < 5*time.Second)
}
