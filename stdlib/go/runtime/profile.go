package runtime

import "unsafe"

// Profiles. Nothing is sampled: but for that of goroutines they are empty.

// StackRecord is a goroutine's stack in a profile.
type StackRecord struct {
	Stack0 [32]uintptr // program counters; those after the first 0 don't count
}

func stackOf(pcs []uintptr) []uintptr {
	for i, pc := range pcs {
		if pc == 0 {
			return pcs[:i]
		}
	}
	return pcs
}

// Stack returns the program counters of the stack.
func (r *StackRecord) Stack() []uintptr { return stackOf(r.Stack0[:]) }

// MemProfileRecord tells what was allocated by one stack of calls.
type MemProfileRecord struct {
	AllocBytes, FreeBytes     int64
	AllocObjects, FreeObjects int64
	Stack0                    [32]uintptr
}

// InUseBytes returns the bytes in use: what was allocated less what was freed.
func (r *MemProfileRecord) InUseBytes() int64 { return r.AllocBytes - r.FreeBytes }

// InUseObjects returns the number of objects in use.
func (r *MemProfileRecord) InUseObjects() int64 { return r.AllocObjects - r.FreeObjects }

// Stack returns the program counters of the stack.
func (r *MemProfileRecord) Stack() []uintptr { return stackOf(r.Stack0[:]) }

// BlockProfileRecord tells how often and how long goroutines waited at one place.
type BlockProfileRecord struct {
	Count  int64
	Cycles int64
	StackRecord
}

// MemProfile fills p with the profile of allocations if there is room, and returns the number of
// its records and whether there was. In gorun nothing is sampled: the profile is empty.
func MemProfile(p []MemProfileRecord, inuseZero bool) (n int, ok bool) { return 0, true }

// BlockProfile is like MemProfile for the places where goroutines waited. In gorun it is empty.
func BlockProfile(p []BlockProfileRecord) (n int, ok bool) { return 0, true }

// MutexProfile is like MemProfile for the locks that goroutines waited for. In gorun it is empty.
func MutexProfile(p []BlockProfileRecord) (n int, ok bool) { return 0, true }

// ThreadCreateProfile is like MemProfile for the threads that were made. In gorun it is empty.
func ThreadCreateProfile(p []StackRecord) (n int, ok bool) { return 0, true }

// GoroutineProfile fills p with a record for each goroutine if there is room, and returns their
// number and whether there was. In gorun only the calling goroutine's record has a stack.
func GoroutineProfile(p []StackRecord) (n int, ok bool) {
	n = NumGoroutine()
	if len(p) < n {
		return n, false
	}
	clear(p[:n])
	Callers(1, p[0].Stack0[:])
	return n, true
}

// SetBlockProfileRate sets how many of the waits are sampled. In gorun none are.
func SetBlockProfileRate(rate int) {}

// SetCPUProfileRate sets how often the running code is sampled. In gorun it never is.
func SetCPUProfileRate(hz int) {}

var mutexRate int

// SetMutexProfileFraction sets which fraction of the waits for locks are sampled and returns the
// setting before; a negative rate only asks. In gorun none are sampled.
func SetMutexProfileFraction(rate int) int {
	old := mutexRate
	if rate >= 0 {
		mutexRate = rate
	}
	return old
}

// CPUProfile panics: it is gone since long ago. See package runtime/pprof.
func CPUProfile() []byte { panic("CPUProfile no longer available") }

// StartTrace turns tracing on, which in gorun gives nothing. See package runtime/trace.
func StartTrace() error { return nil }

// StopTrace turns tracing off.
func StopTrace() {}

// ReadTrace returns the next part of the trace, nil at the end. In gorun that is at once.
func ReadTrace() (buf []byte) { return nil }

// SetCgoTraceback does nothing: there is no C code.
func SetCgoTraceback(version int, traceback, context, symbolizer unsafe.Pointer) {}

// SetDefaultGOMAXPROCS undoes what GOMAXPROCS has set: the number of processors counts again.
func SetDefaultGOMAXPROCS() { GOMAXPROCS(NumCPU()) }

// Pinner keeps objects alive and at their addresses until Unpin.
type Pinner struct{ objects []any }

// Pin keeps the object that pointer points to alive and where it is until Unpin. It panics if
// pointer is no pointer.
func (p *Pinner) Pin(pointer any) {
	checkPin(pointer)
	p.objects = append(p.objects, pointer)
}

// Unpin lets go of all objects.
func (p *Pinner) Unpin() { p.objects = nil }

// checkPin panics if pointer is none.
func checkPin(pointer any)
