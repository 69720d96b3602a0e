package main

import "sync"

func worker(id int, wg sync.WaitGroup) {
	wg.Done(1)
}

func main() {
	wg := sync.WaitGroup
	var other sync.WaitGroup
	other.Wait(1)
	go worker(1, &other)
	wg.Add(1)
}
