package main

import (
	"fmt"
	"runtime"
)

func main() {
	fmt.Println(runtime.GOMAXPROCS(0) >= 1, runtime.NumCPU() >= 1, runtime.NumGoroutine())
	runtime.GOMAXPROCS(2)
	fmt.Printf("GOMAXPROCS: %d\n", runtime.GOMAXPROCS(0))
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Println(m.Alloc > 0, m.TotalAlloc >= m.Alloc, m.Sys > 0, m.NumGC >= 1)
}
