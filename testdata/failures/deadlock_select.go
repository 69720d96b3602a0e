package main

import "sync"

func main() {
	in, out := make(chan int), make(chan int)
	var stop chan bool
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		wg.Wait()
		out <- 1
	}()
	select {
	case <-stop:
	case v, ok := <-in:
		println(v, ok)
		wg.Done()
	case out <- 1:
	}
}
