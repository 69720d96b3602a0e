package main

import (
	"context"
	"fmt"
)

func work(ctx context.Context) {
	select {
	case <-ctx.Done:
		fmt.Println("done")
	case <-ctx.Err():
	}
}

func main() {
	ctx := context.WithCancel(context.Background())
	go work(context.Background)
	work(nil, ctx)
}
