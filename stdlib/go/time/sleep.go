package time

import "unsafe"

// Sleep lets the goroutine rest.
func Sleep(d Duration)

func newChannelTimer(loc *Location) (t unsafe.Pointer, c <-chan Time)
func newFuncTimer(f func()) unsafe.Pointer
func resetTimer(t unsafe.Pointer, d, period Duration) bool
func stopTimer(t unsafe.Pointer) bool

// Timer fires once.
type Timer struct {
	C <-chan Time
	r unsafe.Pointer
}

// NewTimer makes a timer that sends the time on C after d.
func NewTimer(d Duration) *Timer {
	r, c := newChannelTimer(Local)
	resetTimer(r, d, 0)
	return &Timer{c, r}
}

// After is NewTimer(d).C.
func After(d Duration) <-chan Time { return NewTimer(d).C }

// AfterFunc calls f in its own goroutine after d.
func AfterFunc(d Duration, f func()) *Timer {
	r := newFuncTimer(f)
	resetTimer(r, d, 0)
	return &Timer{nil, r}
}

// Stop reports whether it kept the timer from firing.
func (t *Timer) Stop() bool {
	if t.r == nil {
		panic("time: Stop called on uninitialized Timer")
	}
	return stopTimer(t.r)
}

// Reset lets the timer fire after d; it reports whether it was running.
func (t *Timer) Reset(d Duration) bool {
	if t.r == nil {
		panic("time: Reset called on uninitialized Timer")
	}
	return resetTimer(t.r, d, 0)
}

// Ticker fires again and again.
type Ticker struct {
	C <-chan Time
	r unsafe.Pointer
}

// NewTicker makes a ticker that sends the time on C every d.
func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	r, c := newChannelTimer(Local)
	resetTimer(r, d, d)
	return &Ticker{c, r}
}

// Tick is NewTicker(d).C, nil if d is not positive.
func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}

// Stop ends the ticks.
func (t *Ticker) Stop() {
	if t.r != nil {
		stopTimer(t.r)
	}
}

// Reset changes the period.
func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if t.r == nil {
		panic("time: Reset called on uninitialized Ticker")
	}
	resetTimer(t.r, d, d)
}
