package runtime

import "unsafe"

// Profiles. Nothing is sampled: but for that of goroutines they are empty.

// A StackRecord is a stack.
type StackRecord struct {
	Stack0 [32]uintptr
}

func stackOf(pcs []uintptr) []uintptr {
	for i, pc := range pcs {
		if pc == 0 {
			return pcs[:i]
		}
	}
	return pcs
}

// Stack is the record's program counters.
func (r *StackRecord) Stack() []uintptr { return stackOf(r.Stack0[:]) }

// A MemProfileRecord is what was allocated at one place.
type MemProfileRecord struct {
	AllocBytes, FreeBytes     int64
	AllocObjects, FreeObjects int64
	Stack0                    [32]uintptr
}

func (r *MemProfileRecord) InUseBytes() int64   { return r.AllocBytes - r.FreeBytes }
func (r *MemProfileRecord) InUseObjects() int64 { return r.AllocObjects - r.FreeObjects }
func (r *MemProfileRecord) Stack() []uintptr    { return stackOf(r.Stack0[:]) }

// A BlockProfileRecord is how long was waited at one place.
type BlockProfileRecord struct {
	Count  int64
	Cycles int64
	StackRecord
}

func MemProfile(p []MemProfileRecord, inuseZero bool) (n int, ok bool) { return 0, true }
func BlockProfile(p []BlockProfileRecord) (n int, ok bool)             { return 0, true }
func MutexProfile(p []BlockProfileRecord) (n int, ok bool)             { return 0, true }
func ThreadCreateProfile(p []StackRecord) (n int, ok bool)             { return 0, true }

// GoroutineProfile has a record for each goroutine; only the calling one's has a stack.
func GoroutineProfile(p []StackRecord) (n int, ok bool) {
	n = NumGoroutine()
	if len(p) < n {
		return n, false
	}
	clear(p[:n])
	Callers(1, p[0].Stack0[:])
	return n, true
}

func SetBlockProfileRate(rate int) {}
func SetCPUProfileRate(hz int)     {}

var mutexRate int

// SetMutexProfileFraction notes the rate.
func SetMutexProfileFraction(rate int) int {
	old := mutexRate
	if rate >= 0 {
		mutexRate = rate
	}
	return old
}

func CPUProfile() []byte { panic("CPUProfile no longer available") }

func StartTrace() error      { return nil }
func StopTrace()             {}
func ReadTrace() (buf []byte) { return nil }

// SetCgoTraceback does nothing: there is no C code.
func SetCgoTraceback(version int, traceback, context, symbolizer unsafe.Pointer) {}

// SetDefaultGOMAXPROCS sets GOMAXPROCS to the number of processors.
func SetDefaultGOMAXPROCS() { GOMAXPROCS(NumCPU()) }

// A Pinner keeps objects where they are, as they are anyway, and alive.
type Pinner struct{ objects []any }

// Pin keeps what pointer points to alive until Unpin.
func (p *Pinner) Pin(pointer any) {
	checkPin(pointer)
	p.objects = append(p.objects, pointer)
}

func (p *Pinner) Unpin() { p.objects = nil }

// checkPin panics if pointer is none.
func checkPin(pointer any)
