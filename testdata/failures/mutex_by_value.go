package main

import "sync"

type Counter struct {
	mu sync.Mutex
	n  int
}

func (c Counter) Unlock() { c.mu.Unlock() }

func main() {
	c := Counter{}
	c.mu.Lock()
	c.n++
	c.Unlock()
	c.mu.Lock()
}
