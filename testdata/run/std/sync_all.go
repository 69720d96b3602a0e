package main

import (
	"fmt"
	"sort"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	n := 0
	for range 100 {
		wg.Go(func() {
			for range 100 {
				mu.Lock()
				n++
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	fmt.Println(n, mu.TryLock(), mu.TryLock())
	mu.Unlock()
	var rw sync.RWMutex
	rw.RLock()
	fmt.Println(rw.TryRLock(), rw.TryLock())
	rw.RUnlock()
	rw.RUnlock()
	fmt.Println(rw.TryLock(), rw.TryRLock())
	rw.Unlock()
	shared := 0
	for i := range 20 {
		wg.Add(2)
		go func() { defer wg.Done(); rw.Lock(); shared += i; rw.Unlock() }()
		go func() { defer wg.Done(); rw.RLock(); _ = shared; rw.RUnlock() }()
	}
	wg.Wait()
	fmt.Println(shared)
	var once sync.Once
	for range 3 {
		once.Do(func() { fmt.Println("once") })
	}
	f := sync.OnceValue(func() int { fmt.Println("computed"); return 42 })
	fmt.Println(f(), f())
	g := sync.OnceValues(func() (int, error) { return 1, nil })
	fmt.Println(g())
	pf := sync.OnceFunc(func() { panic("op") })
	for range 2 {
		func() {
			defer func() { fmt.Println("recovered", recover()) }()
			pf()
		}()
	}
	c := sync.NewCond(&mu)
	ready := 0
	for range 5 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			for ready == 0 {
				c.Wait()
			}
			ready++
			mu.Unlock()
		}()
	}
	time.Sleep(5 * time.Millisecond)
	mu.Lock()
	ready = 1
	c.Broadcast()
	mu.Unlock()
	wg.Wait()
	fmt.Println(ready)
	p := sync.Pool{New: func() any { return "new" }}
	fmt.Println(p.Get())
	p.Put("used")
	fmt.Println(p.Get(), p.Get())
	var m sync.Map
	m.Store("a", 1)
	fmt.Println(m.LoadOrStore("a", 2))
	fmt.Println(m.LoadOrStore("b", 2))
	fmt.Println(m.Swap("a", 3))
	fmt.Println(m.CompareAndSwap("a", 3, 4), m.CompareAndSwap("a", 3, 5), m.CompareAndDelete("a", 9), m.CompareAndDelete("a", 4))
	fmt.Println(m.Load("a"))
	m.Store("c", 3)
	var keys []string
	m.Range(func(k, v any) bool { keys = append(keys, k.(string)); m.Delete(k); return true })
	sort.Strings(keys)
	fmt.Println(keys)
	fmt.Println(m.LoadAndDelete("b"))
	m.Clear()
	var i32 atomic.Int32
	var u64 atomic.Uint64
	var b atomic.Bool
	var ptr atomic.Pointer[string]
	var v atomic.Value
	fmt.Println(i32.Add(5), i32.Swap(7), i32.CompareAndSwap(7, -1), i32.Load(), i32.And(6), i32.Or(1), i32.Load())
	fmt.Println(u64.Add(^uint64(0)), b.Swap(true), b.Load(), ptr.Load() == nil)
	s := "x"
	ptr.Store(&s)
	fmt.Println(*ptr.Load(), ptr.CompareAndSwap(&s, nil), ptr.Load() == nil)
	fmt.Println(v.Load())
	v.Store(1)
	fmt.Println(v.Load(), v.Swap(2), v.CompareAndSwap(2, 3), v.Load())
	func() {
		defer func() { fmt.Println(recover()) }()
		v.Store("s")
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		v.Store(nil)
	}()
	var raw int64
	fmt.Println(atomic.AddInt64(&raw, -3), atomic.LoadInt64(&raw), atomic.CompareAndSwapInt64(&raw, -3, 1), raw)
	func() {
		defer func() { fmt.Println(recover()) }()
		wg.Done()
	}()
}
