// Package signal lets a program handle signals of the system, such as Ctrl-C.
//
//	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
//	defer stop()
//	<-ctx.Done() // until Ctrl-C
//
// SIGKILL and SIGSTOP cannot be handled.
package signal

import (
	"context"
	"os"
	"sync"
	"syscall"
)

// watch lets signal n be caught (or, with on false, act as it does by default); next waits for one.
func watch(n int, on bool)
func next() int

var (
	mu       sync.Mutex
	started  bool
	handlers = map[chan<- os.Signal]map[int]bool{}
	ignored  = map[int]bool{}
)

var all = []os.Signal{syscall.SIGHUP, syscall.SIGINT, syscall.SIGUSR1, syscall.SIGUSR2, syscall.SIGTERM, syscall.SIGALRM, syscall.SIGCHLD, syscall.SIGCONT, syscall.SIGTSTP}

func number(s os.Signal) int {
	n, _ := s.(syscall.Signal)
	return int(n)
}

func deliver() {
	for {
		n := next()
		mu.Lock()
		for c, set := range handlers {
			if set[n] {
				select {
				case c <- syscall.Signal(n):
				default:
				}
			}
		}
		mu.Unlock()
	}
}

// Notify has the signals sent to c rather than do what they do, all signals if none are named.
// Sending never waits, so c should have a buffer; what doesn't fit is lost.
func Notify(c chan<- os.Signal, sig ...os.Signal) {
	if c == nil {
		panic("os/signal: Notify using nil channel")
	}
	if len(sig) == 0 {
		sig = all
	}
	mu.Lock()
	defer mu.Unlock()
	set := handlers[c]
	if set == nil {
		set = map[int]bool{}
		handlers[c] = set
	}
	for _, s := range sig {
		n := number(s)
		set[n] = true
		delete(ignored, n)
		watch(n, true)
	}
	if !started {
		started = true
		go deliver()
	}
}

func unused(n int) bool {
	for _, set := range handlers {
		if set[n] {
			return false
		}
	}
	return !ignored[n]
}

// Stop ends the sending of signals to c.
func Stop(c chan<- os.Signal) {
	mu.Lock()
	defer mu.Unlock()
	set := handlers[c]
	delete(handlers, c)
	for n := range set {
		if unused(n) {
			watch(n, false)
		}
	}
}

// Ignore makes the signals have no effect, all if none are named.
func Ignore(sig ...os.Signal) {
	mu.Lock()
	defer mu.Unlock()
	for _, s := range sig {
		n := number(s)
		for _, set := range handlers {
			delete(set, n)
		}
		ignored[n] = true
		watch(n, true)
	}
}

// Ignored reports whether sig has no effect.
func Ignored(sig os.Signal) bool {
	mu.Lock()
	defer mu.Unlock()
	return ignored[number(sig)]
}

// Reset lets the signals do again what they do by themselves, all if none are named.
func Reset(sig ...os.Signal) {
	if len(sig) == 0 {
		sig = all
	}
	mu.Lock()
	defer mu.Unlock()
	for _, s := range sig {
		n := number(s)
		for _, set := range handlers {
			delete(set, n)
		}
		delete(ignored, n)
		watch(n, false)
	}
}

// NotifyContext derives a context that ends at the first of the signals, when stop is called or
// when parent ends. stop also lets the signals do again what they do by themselves.
func NotifyContext(parent context.Context, signals ...os.Signal) (ctx context.Context, stop context.CancelFunc) {
	ctx, cancel := context.WithCancel(parent)
	c := make(chan os.Signal, 1)
	Notify(c, signals...)
	if ctx.Err() == nil {
		go func() {
			select {
			case <-c:
				cancel()
			case <-ctx.Done():
			}
		}()
	}
	return ctx, func() {
		cancel()
		Stop(c)
	}
}
