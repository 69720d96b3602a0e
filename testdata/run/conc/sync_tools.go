package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var once sync.Once
	var wg sync.WaitGroup
	var n atomic.Int64
	for range 50 {
		wg.Go(func() {
			once.Do(func() { n.Add(1000) })
			n.Add(1)
		})
	}
	wg.Wait()
	fmt.Println(n.Load())
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	ready := 0
	for range 3 {
		wg.Go(func() {
			mu.Lock()
			for ready == 0 {
				cond.Wait()
			}
			ready++
			mu.Unlock()
		})
	}
	mu.Lock()
	ready = 1
	cond.Broadcast()
	mu.Unlock()
	wg.Wait()
	fmt.Println(ready)
	var rw sync.RWMutex
	shared := map[int]int{}
	for i := range 20 {
		wg.Go(func() {
			if i%4 == 0 {
				rw.Lock()
				shared[i] = i
				rw.Unlock()
			} else {
				rw.RLock()
				_ = shared[i]
				rw.RUnlock()
			}
		})
	}
	wg.Wait()
	fmt.Println(len(shared), mu.TryLock(), mu.TryLock())
	v := sync.OnceValue(func() int { fmt.Println("once"); return 9 })
	fmt.Println(v(), v())
	var m sync.Map
	m.Store("k", 1)
	got, ok := m.LoadOrStore("k", 2)
	fmt.Println(got, ok)
}
