package main

import (
	"fmt"
	"runtime"
	"time"
)

// A variable that is not used any more keeps nothing alive, even while its function goes on.

type node struct{ name string }

func main() {
	gone := make(chan string, 1)
	n := &node{"first"}
	runtime.SetFinalizer(n, func(n *node) { gone <- n.name })
	kept := &node{"kept"}
	runtime.SetFinalizer(kept, func(n *node) { gone <- n.name })
	done := make(chan bool)
	go func() {
		fmt.Println(n.name)
		done <- true
	}()
	<-done
	deadline := time.Now().Add(5 * time.Second)
	for len(gone) == 0 && time.Now().Before(deadline) {
		runtime.GC()
		time.Sleep(time.Millisecond)
	}
	fmt.Println(len(gone), <-gone)
	runtime.KeepAlive(kept)
}
