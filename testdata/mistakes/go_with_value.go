package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	result := go fmt.Sprint("x")
	wg.Add()
	wg.done()
	fmt.Println(result)
}
