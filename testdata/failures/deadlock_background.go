package main

import (
	"context"
)

func main() {
	ctx := context.Background()
	<-ctx.Done()
}
