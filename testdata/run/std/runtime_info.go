package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
)

func where() string {
	_, file, line, ok := runtime.Caller(1)
	return fmt.Sprint(file[strings.LastIndex(file, "/")+1:], line, ok)
}

func name() string {
	pc, _, _, _ := runtime.Caller(0)
	return runtime.FuncForPC(pc).Name()
}

func try(f func()) {
	defer func() {
		r := recover()
		e, ok := r.(runtime.Error)
		fmt.Println(r, ok)
		if ok {
			var te *runtime.TypeAssertionError
			var ne *runtime.PanicNilError
			fmt.Println(errors.As(e, &te), errors.As(e, &ne))
		}
	}()
	f()
}

func main() {
	fmt.Println(runtime.GOOS, runtime.GOARCH, strings.HasPrefix(runtime.Version(), "go1.26"))
	fmt.Println(where(), name())
	old := runtime.GOMAXPROCS(1)
	fmt.Println(old >= 1, runtime.GOMAXPROCS(0), runtime.NumCPU() >= 1, runtime.NumGoroutine())
	runtime.GOMAXPROCS(old)
	var wg sync.WaitGroup
	stop := make(chan bool)
	for range 5 {
		wg.Add(1)
		go func() { defer wg.Done(); <-stop }()
	}
	fmt.Println(runtime.NumGoroutine())
	close(stop)
	wg.Wait()
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	before := m.TotalAlloc
	x := make([]byte, 1<<20)
	runtime.ReadMemStats(&m)
	fmt.Println(m.TotalAlloc-before >= 1<<20, m.NumGC > 0, m.HeapAlloc > 0, m.Sys > 0, m.Mallocs >= m.Frees, len(x))
	runtime.KeepAlive(x)
	fmt.Println(debug.SetGCPercent(50), debug.SetGCPercent(100))
	debug.FreeOSMemory()
	fmt.Println(strings.HasPrefix(string(debug.Stack()), "goroutine 1 [running]:"))
	buf := make([]byte, 1<<16)
	n := runtime.Stack(buf, true)
	fmt.Println(strings.Contains(string(buf[:n]), "main.main"))
	var a []int
	var mp map[string]int
	var e any = "str"
	var err error
	zero := 0
	try(func() { _ = a[5] })
	try(func() { mp["x"] = 1 })
	try(func() { _ = e.(int) })
	try(func() { _ = e.(fmt.Stringer) })
	try(func() { _ = err.Error() })
	try(func() { _ = 1 / zero })
	try(func() { panic(nil) })
	try(func() { panic("plain") })
	done := make(chan bool)
	go func() {
		defer close(done)
		defer fmt.Println("deferred")
		runtime.Goexit()
	}()
	<-done
	runtime.Gosched()
	fmt.Fprintln(os.Stderr)
}
