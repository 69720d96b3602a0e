package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		select {}
	}()
	wg.Wait()
	fmt.Println("never printed")
}
