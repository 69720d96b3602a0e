package main

import "sync"

func wait(wg *sync.WaitGroup) { wg.Wait() }

func main() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	mu.Lock()
	wg.Add(1)
	go func() {
		mu.Lock()
		wg.Done()
	}()
	wait(&wg)
}
