package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"os"
	"sync"
	"time"
)

func main() {
	fmt.Println(strings.HasPrefix(runtime.Version(), "go1.26"), runtime.GOOS, runtime.GOARCH, runtime.NumCPU() > 0, runtime.GOMAXPROCS(0) > 0, runtime.NumCgoCall() == 0)
	fmt.Println(debug.SetGCPercent(50), debug.SetGCPercent(100), debug.SetMaxStack(1<<20) > 0, debug.SetMaxThreads(100), debug.SetMemoryLimit(-1) > 0)
	debug.SetTraceback("all")
	debug.FreeOSMemory()
	bi, ok := debug.ReadBuildInfo()
	fmt.Println(ok, strings.HasPrefix(bi.GoVersion, "go1.26"), bi.Path)
	var ms runtime.MemStats
	runtime.ReadMemStats(&ms)
	n := ms.NumGC
	runtime.GC()
	runtime.ReadMemStats(&ms)
	fmt.Println(ms.NumGC > n, ms.HeapAlloc > 0, ms.Mallocs > ms.Frees, ms.Sys > 0, ms.HeapObjects > 0, len(ms.PauseNs))
	runtime.LockOSThread()
	runtime.UnlockOSThread()
	runtime.Gosched()
	var wg sync.WaitGroup
	base := runtime.NumGoroutine()
	stop := make(chan bool)
	for range 10 {
		wg.Add(1)
		go func() { defer wg.Done(); <-stop }()
	}
	fmt.Println(runtime.NumGoroutine() - base)
	close(stop)
	wg.Wait()
	buf := make([]byte, 10)
	fmt.Println(runtime.Stack(buf, false), string(buf))
	s := string(debug.Stack())
	fmt.Println(strings.HasPrefix(s, "goroutine 1 [running]:\nruntime/debug.Stack()\n\t"), strings.Contains(s, "main.main()\n\t"), strings.Contains(s, "runtime_and_debug.go:"))
	all := make([]byte, 1<<16)
	block := make(chan int)
	go func() { <-block }()
	time.Sleep(50 * time.Millisecond)
	all = all[:runtime.Stack(all, true)]
	fmt.Println(strings.Count(string(all), "goroutine ") >= 3, strings.Contains(string(all), "[chan receive]:\nmain.main.func2()"), strings.Contains(string(all), "created by main.main in goroutine 1"))
	_, file, line, ok := runtime.Caller(0)
	fmt.Println(file[strings.LastIndex(file, "/")+1:], line, ok)
	var e runtime.Error
	func() {
		defer func() { e = recover().(runtime.Error) }()
		var m map[string]int
		m["a"]++
	}()
	fmt.Println(e)
	fmt.Println(runtime.Compiler != "", runtime.MemProfileRate)
	type T struct{ x int }
	p := &T{1}
	runtime.KeepAlive(p)
	fmt.Fprintln(os.Stdout, debug.SetPanicOnFault(false))
	info := debug.BuildInfo{GoVersion: "go1.26", Path: "x"}
	fmt.Println(info.Path, len(info.Deps))
	defer fmt.Println("not printed before exit")
	go func() { panic(fmt.Sprintf("%v", 1)) }()
	select {}
}
