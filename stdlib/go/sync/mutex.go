// Package sync has locks and other means by which goroutines that share memory keep out of each
// other's way.
//
//	var (
//		mu    sync.Mutex
//		total int
//		wg    sync.WaitGroup
//	)
//	for i := range 10 {
//		wg.Go(func() {
//			mu.Lock()
//			defer mu.Unlock()
//			total += i
//		})
//	}
//	wg.Wait()
//	fmt.Println(total) // 45
//
// The zero values of its types are ready for use. None of them may be copied once it is in use:
// hand out pointers. Where goroutines pass data on to each other, a channel is often the simpler
// choice.
package sync

// Locker is what can be locked and unlocked: a *Mutex, a *RWMutex, and what RLocker returns.
type Locker interface {
	Lock()   // waits until the lock is free, then takes it
	Unlock() // gives the lock back
}

// Mutex is a lock that one goroutine at a time can hold. What one goroutine wrote before Unlock is
// seen by the next one after its Lock.
//
//	type Counter struct {
//		mu sync.Mutex
//		n  map[string]int
//	}
//
//	func (c *Counter) Inc(key string) {
//		c.mu.Lock()
//		defer c.mu.Unlock()
//		c.n[key]++
//	}
//
// A Mutex does not know its holder: a goroutine that locks it twice waits for ever, and any
// goroutine may unlock it.
type Mutex struct {
	state int32
	sema  uint32
}

// Lock takes the lock; while another goroutine has it, Lock waits.
func (m *Mutex) Lock()

// TryLock takes the lock if it is free now, and reports whether it did. It never waits.
func (m *Mutex) TryLock() bool

// Unlock gives the lock back, and one of the waiting goroutines gets it. Unlocking a Mutex that is
// not locked ends the program.
func (m *Mutex) Unlock()

// RWMutex is a lock for either one writer or any number of readers. It pays where reading is
// frequent and takes some time.
//
//	var (
//		mu    sync.RWMutex
//		ports = map[string]int{}
//	)
//
//	func Port(name string) int {
//		mu.RLock()
//		defer mu.RUnlock()
//		return ports[name]
//	}
//
// A writer that waits keeps new readers out. So a goroutine that reads must not call RLock again
// before its RUnlock: with a writer between the two calls both would wait for ever.
type RWMutex struct {
	w           Mutex
	writerSem   uint32
	readerSem   uint32
	readerCount int32 // less maxReaders while a writer holds or wants it
	readerWait  int32 // readers the writer waits for
}

// RLock takes the lock for reading; it waits while a writer has the lock or waits for it.
func (rw *RWMutex) RLock()

// TryRLock takes the lock for reading if that is possible without waiting, and reports whether it
// did.
func (rw *RWMutex) TryRLock() bool

// RUnlock gives one RLock back. Without an RLock before, the program ends.
func (rw *RWMutex) RUnlock()

// Lock takes the lock for writing; it waits until the readers and writers before it are done.
func (rw *RWMutex) Lock() {
	rw.w.Lock()
	if n := rw.waitForReaders(); n > 0 {
		// An entry of a session exits.
		rw.admit(n - 1)
		rw.w.Unlock()
		exit()
	}
}

// TryLock takes the lock for writing if nobody has it in any way, and reports whether it did.
func (rw *RWMutex) TryLock() bool {
	if !rw.w.TryLock() {
		return false
	}
	if !rw.tryClose() {
		rw.w.Unlock()
		return false
	}
	return true
}

// Unlock gives the writer's lock back and lets the readers in that have waited. Without a Lock
// before, the program ends.
func (rw *RWMutex) Unlock() {
	rw.admitReaders()
	rw.w.Unlock()
}

// waitForReaders keeps new readers out and waits until the present ones have left. If the waiting was
// given up, the result is the number of readers that came meanwhile, plus one, and none is kept out.
func (rw *RWMutex) waitForReaders() int

// admit lets so many readers in that have waited.
func (rw *RWMutex) admit(waiting int)

// tryClose keeps new readers out if there is none now.
func (rw *RWMutex) tryClose() bool

// admitReaders lets the readers in that came meanwhile.
func (rw *RWMutex) admitReaders()

// RLocker returns a Locker whose Lock and Unlock are the RLock and RUnlock of rw.
func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }

// WaitGroup waits until a number of goroutines are done.
//
//	var wg sync.WaitGroup
//	for _, url := range urls {
//		wg.Go(func() { fetch(url) })
//	}
//	wg.Wait() // all fetched
//
// It counts: Add raises the counter, Done lowers it, Wait waits until it is zero. Go does all that
// is needed for one goroutine.
type WaitGroup struct {
	state uint64 // counter above, waiters below
	sema  uint32
}

// Add adds delta, which may be negative, to the counter. At zero all waiting goroutines go on;
// below zero Add panics. Call it before the go statement, not in the new goroutine: Wait could come
// first otherwise.
func (wg *WaitGroup) Add(delta int)

// Done lowers the counter by one; it is mostly deferred.
func (wg *WaitGroup) Done()

// Wait waits until the counter is zero. Several goroutines may wait.
func (wg *WaitGroup) Wait()

// Go calls f in a new goroutine and counts it, so that Wait waits until f has returned. f should
// not panic.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}

type noCopy struct{}

// Cond lets goroutines wait until something that a lock guards has changed.
//
//	c := sync.NewCond(&mu)
//
//	mu.Lock()
//	for len(queue) == 0 {
//		c.Wait() // gives mu back while it waits
//	}
//	item := queue[0]
//	queue = queue[1:]
//	mu.Unlock()
//
// Whoever adds to the queue does so with mu locked and calls c.Signal. A channel is mostly the
// simpler way.
type Cond struct {
	noCopy noCopy
	L      Locker // held when Wait is called, and while the condition is looked at or changed
	list   [4]uint64
}

// NewCond makes a Cond with the lock l.
func NewCond(l Locker) *Cond { return &Cond{L: l} }

// Wait unlocks c.L, waits for Signal or Broadcast, and locks c.L again before it returns. Another
// goroutine may have been faster then, so call it in a loop that checks the condition.
func (c *Cond) Wait() {
	t := c.ticket()
	c.L.Unlock()
	isGivenUp := c.wait(t)
	c.L.Lock()
	if isGivenUp {
		// An entry of a session exits; its deferred calls unlock c.L.
		exit()
	}
}

// Signal wakes the goroutine that has waited longest, if any waits. The caller may hold c.L but
// need not.
func (c *Cond) Signal() { signal(&c.list) }

// Broadcast wakes all goroutines that wait.
func (c *Cond) Broadcast()     { broadcast(&c.list) }
func (c *Cond) ticket() uint32 { return ticket(&c.list) }
func (c *Cond) wait(t uint32) bool { return wait(&c.list, t) }

func ticket(list *[4]uint64) uint32

// wait waits for the ticket's turn; true if the waiting was given up.
func wait(list *[4]uint64, t uint32) bool

// exit ends the goroutine as runtime.Goexit does.
func exit()

func signal(list *[4]uint64)
func broadcast(list *[4]uint64)
