package main

import "sync"

func main() {
	var wg sync.WaitGroup
	go wg.Done()
	select {}
}
