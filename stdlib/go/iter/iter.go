// Package iter has the types of iterators: functions that range calls with the loop's body.
//
//	func Count(n int) iter.Seq[int] {
//		return func(yield func(int) bool) {
//			for i := range n {
//				if !yield(i) {
//					return // the loop was left
//				}
//			}
//		}
//	}
//
//	for i := range Count(3) {
//		fmt.Println(i)
//	}
package iter

import "runtime"

type (
	// Seq iterates over values: it calls yield with each of them until yield returns false.
	Seq[V any] func(yield func(V) bool)
	// Seq2 iterates over pairs of values, such as keys with their values.
	Seq2[K, V any] func(yield func(K, V) bool)
)

// Pull turns an iterator around: next returns the next value, and false when there is none any
// more; stop ends the iteration early and must be called unless next has returned false. Only one
// goroutine at a time may call them. A panic of seq comes out of next or stop.
//
//	next, stop := iter.Pull(seq)
//	defer stop()
//	first, ok := next()
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	next2, stop := Pull2(func(yield func(V, struct{}) bool) {
		seq(func(v V) bool { return yield(v, struct{}{}) })
	})
	return func() (V, bool) {
		v, _, ok := next2()
		return v, ok
	}, stop
}

// puller is the meeting point of a Pull2's two sides. The iterator's goroutine runs only
// between a send on resume and the receive on yielded that answers it.
type puller[K, V any] struct {
	resume   chan bool     // true: go on; false: yield returns false
	yielded  chan struct{} // a value is ready, or the iterator is done
	k        K
	v        V
	ok       bool
	started  bool
	busy     bool
	done     bool
	panicked bool
	goexit   bool
	cause    any
}

// Pull2 is Pull for pairs of values.
func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	p := &puller[K, V]{resume: make(chan bool), yielded: make(chan struct{})}
	next = func() (k K, v V, ok bool) {
		if p.busy {
			panic("iter.Pull: next called again before yield")
		}
		if p.done {
			return
		}
		p.turn(seq, true)
		k, v, ok = p.k, p.v, p.ok
		p.clear()
		return k, v, ok
	}
	stop = func() {
		if p.done {
			return
		}
		if !p.started {
			p.done = true
			return
		}
		if p.busy {
			panic("iter.Pull: stop called again before yield")
		}
		p.turn(seq, false)
		p.clear()
	}
	return next, stop
}

func (p *puller[K, V]) clear() {
	var k K
	var v V
	p.k, p.v, p.ok = k, v, false
}

// turn lets the iterator run to its next yield or to its end.
func (p *puller[K, V]) turn(seq Seq2[K, V], more bool) {
	p.busy = true
	if !p.started {
		p.started = true
		go p.run(seq)
	} else {
		p.resume <- more
	}
	<-p.yielded
	p.busy = false
	if p.panicked {
		p.panicked = false
		cause := p.cause
		p.cause = nil
		panic(cause)
	}
	if p.goexit {
		p.goexit = false
		runtime.Goexit()
	}
}

func (p *puller[K, V]) run(seq Seq2[K, V]) {
	returned := false
	defer func() {
		if !returned {
			p.cause = recover()
			p.panicked = p.cause != nil
			p.goexit = !p.panicked
		}
		p.done = true
		p.yielded <- struct{}{}
	}()
	seq(func(k K, v V) bool {
		if p.done {
			return false
		}
		p.k, p.v, p.ok = k, v, true
		p.yielded <- struct{}{}
		return <-p.resume
	})
	returned = true
}
