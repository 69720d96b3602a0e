package sync

// Once makes sure that something is done only once, however many goroutines ask for it.
//
//	var (
//		once   sync.Once
//		config *Config
//	)
//
//	func Get() *Config {
//		once.Do(func() { config = load() })
//		return config
//	}
//
// See OnceFunc and OnceValue for a shorter way.
type Once struct {
	done bool
	m    Mutex
}

// Do calls f in the first call of Do on o; every other call waits until that f has returned, and
// then does nothing, whatever its own f is. If f panics, that counts as done. A Do of the same Once
// inside f waits for ever.
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

// OnceFunc returns a function that calls f the first time it is called. If f panics, every call
// panics with the same value. Goroutines may share the function.
func OnceFunc(f func()) func() {
	run := OnceValue(func() struct{} {
		f()
		return struct{}{}
	})
	return func() { run() }
}

// OnceValue returns a function that calls f the first time and returns f's result every time. If f
// panics, every call panics with the same value.
//
//	config := sync.OnceValue(load)
//	fmt.Println(config().Port) // the first call loads
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

// OnceValues is OnceValue for a function with two results, such as a value and an error.
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

// Pool keeps objects that are out of use for later use, to spare the collector work. Goroutines may
// share it.
//
//	var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}
//
//	b := buffers.Get().(*bytes.Buffer)
//	b.Reset() // as the last user left it
//	defer buffers.Put(b)
//
// What is in a Pool may vanish at any time, so it is no place for things that must be closed.
type Pool struct {
	noCopy noCopy
	m      Mutex
	free   []any
	New    func() any // makes an object when the pool is empty; without it Get returns nil then
}

// poolLimit bounds what a pool keeps alive.
const poolLimit = 1024

// Put adds x to the pool, from where Get hands it out again. The caller must not use x afterwards.
// A nil x is ignored.
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

// Get takes some object out of the pool, or returns what New makes if there is none.
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
