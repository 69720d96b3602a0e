// unordered
package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

func service(ctx context.Context, name string, wg *sync.WaitGroup) {
	defer wg.Done()
	<-ctx.Done()
	fmt.Println(name, "stopped")
}

func main() {
	ctx, stop := context.WithCancel(context.Background())
	var wg sync.WaitGroup
	for _, name := range []string{"api", "worker", "metrics"} {
		wg.Add(1)
		go service(ctx, name, &wg)
	}
	time.AfterFunc(10*time.Millisecond, stop)
	wg.Wait()
	fmt.Println("bye")
}
