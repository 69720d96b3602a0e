package time

import "unsafe"

// Sleep lets the goroutine rest for at least d, and others run. It returns at once if d <= 0.
func Sleep(d Duration)

func newChannelTimer(loc *Location) (t unsafe.Pointer, c <-chan Time)
func newFuncTimer(f func()) unsafe.Pointer
func resetTimer(t unsafe.Pointer, d, period Duration) bool
func stopTimer(t unsafe.Pointer) bool

// Timer sends the time on C once, or calls a function once; NewTimer and AfterFunc make it.
type Timer struct {
	C <-chan Time // where the time is sent; nil for AfterFunc
	r unsafe.Pointer
}

// NewTimer makes a timer that sends the time on its channel after d.
//
//	timer := time.NewTimer(time.Second)
//	defer timer.Stop()
//	select {
//	case <-done:
//	case <-timer.C:
//		fmt.Println("too late")
//	}
func NewTimer(d Duration) *Timer {
	r, c := newChannelTimer(Local)
	resetTimer(r, d, 0)
	return &Timer{c, r}
}

// After returns a channel on which the time is sent after d, and only once.
//
//	select {
//	case v := <-ch:
//		use(v)
//	case <-time.After(time.Second):
//		fmt.Println("nothing for a second")
//	}
//
// Each call makes a timer: to end a loop after some time, call it before the loop.
func After(d Duration) <-chan Time { return NewTimer(d).C }

// AfterFunc calls f in a goroutine of its own after d. The timer's Stop takes that back; its C is
// nil.
func AfterFunc(d Duration, f func()) *Timer {
	r := newFuncTimer(f)
	resetTimer(r, d, 0)
	return &Timer{nil, r}
}

// Stop keeps the timer from firing. It returns false if that has fired already or was stopped. No
// time is received from C afterwards. An f that AfterFunc has started goes on; Stop does not wait
// for it.
func (t *Timer) Stop() bool {
	if t.r == nil {
		panic("time: Stop called on uninitialized Timer")
	}
	return stopTimer(t.r)
}

// Reset lets the timer fire d from now, whether it has fired or not; it returns whether it was
// still running. No time of the old setting is received from C afterwards.
func (t *Timer) Reset(d Duration) bool {
	if t.r == nil {
		panic("time: Reset called on uninitialized Timer")
	}
	return resetTimer(t.r, d, 0)
}

// Ticker sends the time on C again and again; NewTicker makes it.
type Ticker struct {
	C <-chan Time // where the times are sent
	r unsafe.Pointer
}

// NewTicker makes a ticker that sends the time on its channel every d. Ticks that nobody receives
// in time are dropped. It panics if d <= 0.
//
//	ticker := time.NewTicker(100 * time.Millisecond)
//	defer ticker.Stop()
//	for range 3 {
//		fmt.Println((<-ticker.C).Format("05.000"))
//	}
func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	r, c := newChannelTimer(Local)
	resetTimer(r, d, d)
	return &Ticker{c, r}
}

// Tick returns the channel of a new ticker, which nobody can stop then; nil if d <= 0.
//
//	for now := range time.Tick(time.Second) {
//		fmt.Println(now)
//	}
func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}

// Stop ends the ticks. It does not close C, so that nobody takes that for a tick.
func (t *Ticker) Stop() {
	if t.r != nil {
		stopTimer(t.r)
	}
}

// Reset makes d the time between ticks; the next comes d from now. It panics if d <= 0.
func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if t.r == nil {
		panic("time: Reset called on uninitialized Ticker")
	}
	resetTimer(t.r, d, d)
}
