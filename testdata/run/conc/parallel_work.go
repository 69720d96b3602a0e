package main

import (
	"fmt"
	"runtime"
	"sync"
)

func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}

func deep(n int) int {
	if n == 0 {
		return 0
	}
	var pad [20]int
	pad[n%20] = n
	return deep(n-1) + pad[n%20] - n + 1
}

func main() {
	results := make([]int, 8)
	var wg sync.WaitGroup
	for i := range results {
		wg.Go(func() { results[i] = fib(15+i) + deep(5000) })
	}
	wg.Wait()
	fmt.Println(results)
	var lists [][]*int
	for i := range 200 {
		wg.Add(1)
		l := make([]*int, 100)
		lists = append(lists, l)
		go func() {
			defer wg.Done()
			for j := range l {
				v := i * j
				l[j] = &v
			}
		}()
	}
	wg.Wait()
	runtime.GC()
	sum := 0
	for _, l := range lists {
		for _, p := range l {
			sum += *p
		}
	}
	fmt.Println(sum)
}
