package sync

// Once calls one function once.
type Once struct {
	done bool
	m    Mutex
}

// Do calls f if it is the first call of Do; all calls return after it.
func (o *Once) Do(f func()) {
	if !o.done {
		o.slow(f)
	}
}

func (o *Once) slow(f func()) {
	o.m.Lock()
	defer o.m.Unlock()
	if !o.done {
		defer o.finish()
		f()
	}
}

func (o *Once) finish() { o.done = true }

// OnceFunc returns a function that calls f once; if f panics, every call panics with the same value.
func OnceFunc(f func()) func() {
	run := OnceValue(func() struct{} {
		f()
		return struct{}{}
	})
	return func() { run() }
}

// OnceValue returns a function that returns what f's only call returned.
func OnceValue[T any](f func() T) func() T {
	var once Once
	var ok bool
	var cause any
	var result T
	run := func() {
		defer func() {
			f = nil
			cause = recover()
			if !ok {
				panic(cause)
			}
		}()
		result = f()
		ok = true
	}
	return func() T {
		once.Do(run)
		if !ok {
			panic(cause)
		}
		return result
	}
}

// OnceValues is OnceValue for two results.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	type pair struct {
		a T1
		b T2
	}
	run := OnceValue(func() pair {
		a, b := f()
		return pair{a, b}
	})
	return func() (T1, T2) {
		p := run()
		return p.a, p.b
	}
}

// Pool keeps objects for reuse.
type Pool struct {
	noCopy noCopy
	m      Mutex
	free   []any
	New    func() any
}

// poolLimit bounds what a pool keeps alive.
const poolLimit = 1024

// Put adds x to the pool.
func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	p.m.Lock()
	if len(p.free) < poolLimit {
		p.free = append(p.free, x)
	}
	p.m.Unlock()
}

// Get takes some object out of the pool, or makes one.
func (p *Pool) Get() any {
	p.m.Lock()
	if n := len(p.free); n > 0 {
		x := p.free[n-1]
		p.free[n-1] = nil
		p.free = p.free[:n-1]
		p.m.Unlock()
		return x
	}
	p.m.Unlock()
	if p.New != nil {
		return p.New()
	}
	return nil
}
