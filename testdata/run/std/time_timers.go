package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	time.Sleep(20 * time.Millisecond)
	d := time.Since(start)
	fmt.Println(d >= 20*time.Millisecond, d < 2*time.Second)
	t := time.NewTimer(10 * time.Millisecond)
	v := <-t.C
	fmt.Println(v.After(start), t.Stop())
	t.Reset(time.Hour)
	fmt.Println(t.Stop(), t.Stop())
	done := make(chan bool)
	time.AfterFunc(5*time.Millisecond, func() { done <- true })
	fmt.Println(<-done)
	tick := time.NewTicker(5 * time.Millisecond)
	n := 0
	for range tick.C {
		if n++; n == 3 {
			break
		}
	}
	tick.Stop()
	fmt.Println(n)
	select {
	case <-tick.C:
		fmt.Println("tick after stop")
	case <-time.After(20 * time.Millisecond):
		fmt.Println("timeout")
	}
	tick.Reset(time.Millisecond)
	<-tick.C
	tm := time.NewTimer(time.Millisecond)
	time.Sleep(10 * time.Millisecond)
	fmt.Println(tm.Reset(time.Hour))
	select {
	case <-tm.C:
		fmt.Println("stale")
	default:
		fmt.Println("clean", len(tm.C), cap(tm.C))
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		time.NewTicker(0)
	}()
	fmt.Println(time.Tick(-1) == nil)
	now := time.Now()
	fmt.Println(now.Sub(now), now.Equal(now.Round(0)), now.Location())
}
