package main

import (
	"fmt"
	"sync"
)

type Counter struct {
	mu sync.Mutex
	n  int
}

func (c Counter) Inc() {
	c.mu.Lock
	c.n++
	c.mu.UnLock()
}

func main() {
	c := Counter{}
	var wg sync.WaitGroup
	wg.Add(1)
	go c.Inc
	wg.Wait
	fmt.Println(c.N)
}
