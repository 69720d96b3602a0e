package main

import (
	"sync"
	"time"
)

var a, b sync.Mutex

func first() {
	a.Lock()
	time.Sleep(10 * time.Millisecond)
	b.Lock()
}

func main() {
	go first()
	b.Lock()
	time.Sleep(20 * time.Millisecond)
	a.Lock()
}
