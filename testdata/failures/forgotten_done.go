package main

import "sync"

func main() {
	var wg sync.WaitGroup
	results := make([]int, 3)
	for i := range results {
		wg.Add(1)
		go func() {
			if i == 1 {
				return
			}
			results[i] = i
			wg.Done()
		}()
	}
	wg.Wait()
}
