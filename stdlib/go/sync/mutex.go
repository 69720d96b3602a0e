// Package sync provides locks and what is built on them.
package sync

// Locker can be locked.
type Locker interface {
	Lock()
	Unlock()
}

// Mutex excludes others; its zero value is unlocked.
type Mutex struct {
	state int32
	sema  uint32
}

func (m *Mutex) Lock()
func (m *Mutex) TryLock() bool
func (m *Mutex) Unlock()

// RWMutex is held by one writer or by any number of readers.
type RWMutex struct {
	w           Mutex
	writerSem   uint32
	readerSem   uint32
	readerCount int32 // less maxReaders while a writer holds or wants it
	readerWait  int32 // readers the writer waits for
}

func (rw *RWMutex) RLock()
func (rw *RWMutex) TryRLock() bool
func (rw *RWMutex) RUnlock()

func (rw *RWMutex) Lock() {
	rw.w.Lock()
	rw.waitForReaders()
}

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

func (rw *RWMutex) Unlock() {
	rw.admitReaders()
	rw.w.Unlock()
}

// waitForReaders keeps new readers out and waits until the present ones have left.
func (rw *RWMutex) waitForReaders()

// tryClose keeps new readers out if there is none now.
func (rw *RWMutex) tryClose() bool

// admitReaders lets the readers in that came meanwhile.
func (rw *RWMutex) admitReaders()

// RLocker is a Locker for reading.
func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }

// WaitGroup waits for a number of goroutines.
type WaitGroup struct {
	state uint64 // counter above, waiters below
	sema  uint32
}

func (wg *WaitGroup) Add(delta int)
func (wg *WaitGroup) Done()
func (wg *WaitGroup) Wait()

// Go calls f in a new goroutine that the group waits for.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}

type noCopy struct{}

// Cond lets goroutines wait for a change of what L guards.
type Cond struct {
	noCopy noCopy
	L      Locker
	list   [4]uint64
}

func NewCond(l Locker) *Cond { return &Cond{L: l} }

func (c *Cond) Wait() {
	t := c.ticket()
	c.L.Unlock()
	c.wait(t)
	c.L.Lock()
}

func (c *Cond) Signal()        { signal(&c.list) }
func (c *Cond) Broadcast()     { broadcast(&c.list) }
func (c *Cond) ticket() uint32 { return ticket(&c.list) }
func (c *Cond) wait(t uint32)  { wait(&c.list, t) }

func ticket(list *[4]uint64) uint32
func wait(list *[4]uint64, t uint32)
func signal(list *[4]uint64)
func broadcast(list *[4]uint64)
