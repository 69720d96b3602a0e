// Package context tells the goroutines that work on one task when to stop: because a time limit has
// passed or because nobody wants the result any more.
//
//	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
//	defer cancel()
//	select {
//	case r := <-work(ctx):
//		fmt.Println(r)
//	case <-ctx.Done():
//		fmt.Println(ctx.Err()) // context deadline exceeded
//	}
//
// A function that can be stopped takes a Context as its first parameter, by custom named ctx, and
// hands it or one derived from it to what it calls. Don't keep contexts in structs, and never pass
// nil: use TODO. Contexts may be shared by goroutines. Cancelling one cancels all that are derived
// from it, and never its parent.
package context

import (
	"errors"
	"internal/rtype"
	"sync"
	"time"
)

// Context says when to stop and carries values of a task. Goroutines may share it.
type Context interface {
	// Deadline returns the time at which the context ends by itself; ok is false if there is no
	// such time.
	Deadline() (deadline time.Time, ok bool)
	// Done returns a channel that is closed when work should stop. It is nil if that never happens,
	// so that a receive from it waits for ever.
	Done() <-chan struct{}
	// Err is nil until Done is closed; from then on it is Canceled or DeadlineExceeded.
	Err() error
	// Value returns the value of key here or in the nearest parent that has one, else nil.
	Value(key any) any
}

// Canceled is the error of a context that someone cancelled.
var Canceled = errors.New("context canceled")

// DeadlineExceeded is the error of a context whose deadline has passed. Its method Timeout()
// returns true.
var DeadlineExceeded error = deadlineExceededError{}

type deadlineExceededError struct{}

func (deadlineExceededError) Error() string   { return "context deadline exceeded" }
func (deadlineExceededError) Timeout() bool   { return true }
func (deadlineExceededError) Temporary() bool { return true }

type (
	// CancelFunc cancels a context, without waiting for the work to stop. Calls after the first do
	// nothing; several goroutines may call it. Call it in any case, mostly by defer, for it also
	// frees what the context needs.
	CancelFunc func()
	// CancelCauseFunc cancels a context and sets what Cause returns for it; a nil cause stands for
	// Canceled.
	CancelCauseFunc func(cause error)
)

type emptyCtx struct{}

func (emptyCtx) Deadline() (deadline time.Time, ok bool) { return }
func (emptyCtx) Done() <-chan struct{}                   { return nil }
func (emptyCtx) Err() error                              { return nil }
func (emptyCtx) Value(key any) any                       { return nil }

type backgroundCtx struct{ emptyCtx }

func (backgroundCtx) String() string { return "context.Background" }

type todoCtx struct{ emptyCtx }

func (todoCtx) String() string { return "context.TODO" }

// Background returns the context that others are derived from: it is never cancelled and has no
// deadline and no values. It is for main, tests and the beginning of a task.
func Background() Context { return backgroundCtx{} }

// TODO is like Background; it says that the right context still has to be passed down to here.
func TODO() Context { return todoCtx{} }

type stringer interface{ String() string }

func name(c Context) string {
	if s, ok := c.(stringer); ok {
		return s.String()
	}
	return rtype.Of(c).Str
}

// cancelKey makes Value return the nearest cancelCtx.
var cancelKey int

// child is what cancellation reaches.
type child interface {
	cancel(detach bool, err, cause error)
}

type cancelCtx struct {
	Context
	mu       sync.Mutex
	done     chan struct{}
	children map[child]struct{}
	err      error
	cause    error
}

func (c *cancelCtx) Value(key any) any {
	if key == &cancelKey {
		return c
	}
	return value(c.Context, key)
}

func (c *cancelCtx) Done() <-chan struct{} {
	c.mu.Lock()
	if c.done == nil {
		c.done = make(chan struct{})
	}
	d := c.done
	c.mu.Unlock()
	return d
}

func (c *cancelCtx) Err() error {
	c.mu.Lock()
	err := c.err
	c.mu.Unlock()
	return err
}

func (c *cancelCtx) String() string { return name(c.Context) + ".WithCancel" }

func (c *cancelCtx) cancel(detach bool, err, cause error) {
	if cause == nil {
		cause = err
	}
	c.mu.Lock()
	if c.err != nil {
		c.mu.Unlock()
		return
	}
	c.err, c.cause = err, cause
	if c.done == nil {
		c.done = make(chan struct{})
	}
	close(c.done)
	for k := range c.children {
		k.cancel(false, err, cause)
	}
	c.children = nil
	c.mu.Unlock()
	if detach {
		remove(c.Context, c)
	}
}

// nearest returns the cancelCtx that cancels whatever hangs below c, if nothing foreign stands between.
func nearest(c Context) *cancelCtx {
	done := c.Done()
	if done == nil {
		return nil
	}
	p, ok := c.Value(&cancelKey).(*cancelCtx)
	if !ok || p.Done() != done {
		return nil
	}
	return p
}

// attach makes parent's cancellation reach k.
func (c *cancelCtx) attach(parent Context, k child) {
	c.Context = parent
	done := parent.Done()
	if done == nil {
		return
	}
	select {
	case <-done:
		k.cancel(false, parent.Err(), Cause(parent))
		return
	default:
	}
	if p := nearest(parent); p != nil {
		p.mu.Lock()
		if p.err != nil {
			err, cause := p.err, p.cause
			p.mu.Unlock()
			k.cancel(false, err, cause)
			return
		}
		if p.children == nil {
			p.children = map[child]struct{}{}
		}
		p.children[k] = struct{}{}
		p.mu.Unlock()
		return
	}
	if a, ok := parent.(interface{ AfterFunc(func()) func() bool }); ok {
		c.mu.Lock()
		stop := a.AfterFunc(func() { k.cancel(false, parent.Err(), Cause(parent)) })
		c.Context = stopCtx{parent, stop}
		c.mu.Unlock()
		return
	}
	own, _ := k.(interface{ Done() <-chan struct{} })
	go func() {
		select {
		case <-done:
			k.cancel(false, parent.Err(), Cause(parent))
		case <-own.Done():
		}
	}()
}

// stopCtx is a parent with an AfterFunc method that has been told about a child.
type stopCtx struct {
	Context
	stop func() bool
}

func remove(parent Context, k child) {
	if s, ok := parent.(stopCtx); ok {
		s.stop()
		return
	}
	if p := nearest(parent); p != nil {
		p.mu.Lock()
		delete(p.children, k)
		p.mu.Unlock()
	}
}

func newCancel(parent Context) *cancelCtx {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	c := &cancelCtx{}
	c.attach(parent, c)
	return c
}

// WithCancel derives a context that ends when cancel is called or parent ends.
//
//	ctx, cancel := context.WithCancel(context.Background())
//	go func() {
//		for i := 0; ; i++ {
//			select {
//			case numbers <- i:
//			case <-ctx.Done():
//				return // nobody wants more
//			}
//		}
//	}()
//	...
//	cancel()
func WithCancel(parent Context) (ctx Context, cancel CancelFunc) {
	c := newCancel(parent)
	return c, func() { c.cancel(true, Canceled, nil) }
}

// WithCancelCause is WithCancel with a cancel function that takes the reason, which Cause returns
// later.
//
//	ctx, cancel := context.WithCancelCause(parent)
//	cancel(errors.New("disk full"))
//	fmt.Println(ctx.Err())          // context canceled
//	fmt.Println(context.Cause(ctx)) // disk full
func WithCancelCause(parent Context) (ctx Context, cancel CancelCauseFunc) {
	c := newCancel(parent)
	return c, func(cause error) { c.cancel(true, Canceled, cause) }
}

// Cause tells why c has ended: the cause given to it or to the parent that ended first, else what
// c.Err() returns. It is nil as long as c has not ended.
func Cause(c Context) error {
	err := c.Err()
	if err == nil {
		return nil
	}
	if p, ok := c.Value(&cancelKey).(*cancelCtx); ok {
		p.mu.Lock()
		cause := p.cause
		p.mu.Unlock()
		if cause != nil {
			return cause
		}
	}
	return err
}

type afterFuncCtx struct {
	cancelCtx
	once sync.Once
	f    func()
}

func (a *afterFuncCtx) cancel(detach bool, err, cause error) {
	a.cancelCtx.cancel(false, err, cause)
	if detach {
		remove(a.Context, a)
	}
	a.once.Do(func() { go a.f() })
}

// AfterFunc calls f in a goroutine of its own once ctx has ended, at once if it has already. stop
// takes that back and reports whether it was in time; it does not wait for an f that runs.
func AfterFunc(ctx Context, f func()) (stop func() bool) {
	a := &afterFuncCtx{f: f}
	a.cancelCtx.attach(ctx, a)
	return func() bool {
		stopped := false
		a.once.Do(func() { stopped = true })
		if stopped {
			a.cancel(true, Canceled, nil)
		}
		return stopped
	}
}

type timerCtx struct {
	cancelCtx
	timer    *time.Timer
	deadline time.Time
}

func (c *timerCtx) Deadline() (deadline time.Time, ok bool) { return c.deadline, true }

func (c *timerCtx) String() string {
	return name(c.cancelCtx.Context) + ".WithDeadline(" + c.deadline.String() + " [" + time.Until(c.deadline).String() + "])"
}

func (c *timerCtx) cancel(detach bool, err, cause error) {
	c.cancelCtx.cancel(false, err, cause)
	if detach {
		remove(c.cancelCtx.Context, c)
	}
	c.mu.Lock()
	if c.timer != nil {
		c.timer.Stop()
		c.timer = nil
	}
	c.mu.Unlock()
}

// WithDeadline derives a context that ends at d, when cancel is called or when parent ends,
// whatever is first.
func WithDeadline(parent Context, d time.Time) (Context, CancelFunc) {
	return WithDeadlineCause(parent, d, nil)
}

// WithDeadlineCause is WithDeadline where Cause returns the given cause if the time has passed.
func WithDeadlineCause(parent Context, d time.Time, cause error) (Context, CancelFunc) {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	if now, ok := parent.Deadline(); ok && now.Before(d) {
		return WithCancel(parent)
	}
	c := &timerCtx{deadline: d}
	c.cancelCtx.attach(parent, c)
	left := time.Until(d)
	if left <= 0 {
		c.cancel(true, DeadlineExceeded, cause)
		return c, func() { c.cancel(false, Canceled, nil) }
	}
	c.mu.Lock()
	if c.err == nil {
		c.timer = time.AfterFunc(left, func() { c.cancel(true, DeadlineExceeded, cause) })
	}
	c.mu.Unlock()
	return c, func() { c.cancel(true, Canceled, nil) }
}

// WithTimeout derives a context that ends after that time, when cancel is called or when parent
// ends, whatever is first.
//
//	ctx, cancel := context.WithTimeout(parent, 50*time.Millisecond)
//	defer cancel()
//	if err := query(ctx); errors.Is(err, context.DeadlineExceeded) { ... }
func WithTimeout(parent Context, timeout time.Duration) (Context, CancelFunc) {
	return WithDeadline(parent, time.Now().Add(timeout))
}

// WithTimeoutCause is WithTimeout where Cause returns the given cause if the time has passed.
func WithTimeoutCause(parent Context, timeout time.Duration, cause error) (Context, CancelFunc) {
	return WithDeadlineCause(parent, time.Now().Add(timeout), cause)
}

type valueCtx struct {
	Context
	key, val any
}

// WithValue derives a context whose Value(key) is val. It is for what belongs to a request and
// crosses many functions, not for parameters. It panics if key is nil or cannot be compared; give
// keys a type of your own, so that packages don't clash.
//
//	type userKey struct{}
//	ctx = context.WithValue(ctx, userKey{}, "gopher")
//	name, ok := ctx.Value(userKey{}).(string)
func WithValue(parent Context, key, val any) Context {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	if key == nil {
		panic("nil key")
	}
	if rtype.Of(key).Flags&rtype.FlagComparable == 0 {
		panic("key is not comparable")
	}
	return &valueCtx{parent, key, val}
}

func text(v any) string {
	switch s := v.(type) {
	case stringer:
		return s.String()
	case string:
		return s
	case nil:
		return "<nil>"
	}
	return rtype.Of(v).Str
}

func (c *valueCtx) String() string {
	return name(c.Context) + ".WithValue(" + text(c.key) + ", " + text(c.val) + ")"
}

func (c *valueCtx) Value(key any) any {
	if c.key == key {
		return c.val
	}
	return value(c.Context, key)
}

// value looks for key from c upwards, without recursion through our own contexts.
func value(c Context, key any) any {
	for {
		switch x := c.(type) {
		case *valueCtx:
			if key == x.key {
				return x.val
			}
			c = x.Context
		case *cancelCtx:
			if key == &cancelKey {
				return x
			}
			c = x.Context
		case *timerCtx:
			if key == &cancelKey {
				return &x.cancelCtx
			}
			c = x.cancelCtx.Context
		case withoutCancelCtx:
			if key == &cancelKey {
				return nil
			}
			c = x.c
		case stopCtx:
			c = x.Context
		case backgroundCtx, todoCtx:
			return nil
		default:
			return c.Value(key)
		}
	}
}

type withoutCancelCtx struct{ c Context }

// WithoutCancel derives a context with parent's values that does not end when parent does, and has
// no deadline.
func WithoutCancel(parent Context) Context {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	return withoutCancelCtx{parent}
}

func (withoutCancelCtx) Deadline() (deadline time.Time, ok bool) { return }
func (withoutCancelCtx) Done() <-chan struct{}                   { return nil }
func (withoutCancelCtx) Err() error                              { return nil }
func (c withoutCancelCtx) Value(key any) any                     { return value(c, key) }
func (c withoutCancelCtx) String() string                        { return name(c.c) + ".WithoutCancel" }
