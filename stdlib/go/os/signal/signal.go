// Package signal hands the process's signals to the program.
//
//	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
//	defer stop()
//	<-ctx.Done() // until Ctrl-C
//
// Without this package SIGHUP, SIGINT and SIGTERM end the program, SIGQUIT and SIGABRT end it with
// the stacks of all goroutines, a write to a closed pipe on standard output or standard error ends
// it as SIGPIPE does, and other signals mostly do nothing. SIGKILL and SIGSTOP cannot be caught.
package signal

import (
	"context"
	"os"
	"sync"
	"syscall"
)

// enable lets signal n be returned by next; disable ends that; ignore lets it have no effect.
func enable(n int)
func disable(n int)
func ignore(n int)
func isIgnored(n int) bool

// next waits for a signal.
func next() int

// last is the largest number of a signal.
const last = 64

// set has a bit for each signal.
type set [last + 1]bool

var (
	mu      sync.Mutex
	started bool
	// wanted says which signals each channel gets; count how many channels get each.
	wanted = map[chan<- os.Signal]*set{}
	count  [last + 1]int
)

func number(s os.Signal) int {
	if n, ok := s.(syscall.Signal); ok && n >= 0 && n <= last {
		return int(n)
	}
	return -1
}

// each calls f with the numbers of the signals, with all numbers if there are none.
func each(signals []os.Signal, f func(n int)) {
	if len(signals) == 0 {
		for n := range last + 1 {
			f(n)
		}
	}
	for _, s := range signals {
		if n := number(s); n >= 0 {
			f(n)
		}
	}
}

func loop() {
	for {
		process(next())
	}
}

func process(n int) {
	mu.Lock()
	defer mu.Unlock()
	for c, w := range wanted {
		if w[n] {
			select {
			case c <- syscall.Signal(n):
			default:
			}
		}
	}
}

// Notify sends the signals to c from now on, all signals if none are named. A signal is dropped if c is not ready for
// it, so that c should have a buffer. More calls with the same channel add signals.
func Notify(c chan<- os.Signal, sig ...os.Signal) {
	if c == nil {
		panic("os/signal: Notify using nil channel")
	}
	mu.Lock()
	defer mu.Unlock()
	w := wanted[c]
	if w == nil {
		w = new(set)
		wanted[c] = w
	}
	each(sig, func(n int) {
		if w[n] {
			return
		}
		w[n] = true
		if count[n] == 0 {
			enable(n)
		}
		count[n]++
	})
	if !started {
		started = true
		go loop()
	}
}

// Stop ends the sending of signals to c.
func Stop(c chan<- os.Signal) {
	mu.Lock()
	defer mu.Unlock()
	w := wanted[c]
	if w == nil {
		return
	}
	delete(wanted, c)
	for n := range w {
		if w[n] {
			release(n)
		}
	}
}

// release says that one channel less gets signal n.
func release(n int) {
	count[n]--
	if count[n] == 0 {
		disable(n)
	}
}

// cancel takes the signals from all channels and calls f with each.
func cancel(sig []os.Signal, f func(n int)) {
	mu.Lock()
	defer mu.Unlock()
	each(sig, func(n int) {
		for c, w := range wanted {
			if w[n] {
				w[n] = false
				count[n]--
				if *w == (set{}) {
					delete(wanted, c)
				}
			}
		}
		f(n)
	})
}

// Ignore makes the signals have no effect, all signals if none are named. Channels get them no more.
func Ignore(sig ...os.Signal) { cancel(sig, ignore) }

// Ignored reports whether the signal has no effect.
func Ignored(sig os.Signal) bool {
	n := number(sig)
	return n >= 0 && isIgnored(n)
}

// Reset undoes Notify for the signals, for all signals if none are named.
func Reset(sig ...os.Signal) { cancel(sig, disable) }

// signalError is the cause of a context's end by a signal.
type signalError string

func (e signalError) Error() string { return string(e) }

// signalContext ends with a signal.
type signalContext struct {
	context.Context
	parent  context.Context
	signals []os.Signal
}

func (c *signalContext) String() string {
	text := "signal.NotifyContext("
	if s, ok := c.parent.(interface{ String() string }); ok {
		text += s.String()
	} else {
		text += "context"
	}
	if len(c.signals) > 0 {
		text += ", ["
		for i, s := range c.signals {
			if i > 0 {
				text += " "
			}
			text += s.String()
		}
		text += "]"
	}
	return text + ")"
}

// NotifyContext derives a context from parent that ends when one of the signals arrives, when stop is called, or when
// parent ends. The signal is then the context's cause. Call stop as soon as the signals are to act as before.
func NotifyContext(parent context.Context, signals ...os.Signal) (ctx context.Context, stop context.CancelFunc) {
	inner, end := context.WithCancelCause(parent)
	c := make(chan os.Signal, 1)
	Notify(c, signals...)
	if inner.Err() == nil {
		go func() {
			select {
			case s := <-c:
				end(signalError(s.String() + " signal received"))
			case <-inner.Done():
			}
		}()
	}
	return &signalContext{inner, parent, signals}, func() {
		end(nil)
		Stop(c)
	}
}
