// unordered
package main

import (
	"context"
	"fmt"
	"sync"
)

func longRunningTask(ctx context.Context, id int, wg *sync.WaitGroup) {
	defer wg.Done()
	<-ctx.Done()
	fmt.Printf("Task %d cancelled: %v\n", id, ctx.Err())
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	var wg sync.WaitGroup
	for i := 1; i <= 3; i++ {
		wg.Add(1)
		go longRunningTask(ctx, i, &wg)
	}
	fmt.Println("Cancelling all tasks...")
	cancel()
	wg.Wait()
}
