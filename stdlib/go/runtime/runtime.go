package runtime

// GOOS, GOARCH and Compiler tell what the program is built for and by what.
const (
	GOOS     string = "linux"
	GOARCH   string = "amd64"
	Compiler        = "gorun"
)

// MemProfileRate is how many bytes of allocations there are to a sample of the profile. In gorun
// nothing is sampled, whatever it is.
var MemProfileRate int

// Version returns the release of the language, such as "go1.26".
func Version() string { return "go1.26" }

// GOROOT returns where the Go tools are. gorun needs none: it is empty.
func GOROOT() string { return "" }

// GOMAXPROCS sets how many goroutines may run Go code at the same time and returns the setting
// before. n < 1 only asks. At first it is the number of processors, or what the environment
// variable GOMAXPROCS says.
func GOMAXPROCS(n int) int

// NumCPU returns the number of processors that the process may use.
func NumCPU() int

// NumGoroutine returns the number of goroutines that exist, waiting ones too.
func NumGoroutine() int

// NumCgoCall returns the number of calls of C code, which is 0.
func NumCgoCall() int64 { return 0 }

// Gosched lets other goroutines run; this one goes on later by itself. It is rarely needed:
// goroutines are interrupted anyway.
func Gosched()

// Breakpoint stops in a debugger. In gorun there is none and it does nothing.
func Breakpoint() {}

// Goexit ends the calling goroutine after its deferred calls, in which recover returns nil. If
// main's goroutine does so, the others go on, and the program crashes when none is left.
func Goexit()

// GC collects garbage now and returns when that is done.
func GC()

// LockOSThread ties the goroutine to its thread. In gorun goroutines are not visible to the system
// and it does nothing.
func LockOSThread() {}

// UnlockOSThread takes one LockOSThread back.
func UnlockOSThread() {}

// MemStats tells about memory and its collector, in bytes and numbers of objects since the
// program's start. Mostly used are: Alloc, HeapAlloc and HeapObjects (what is in use now),
// TotalAlloc and Mallocs (all that was ever allocated), Frees, Sys (memory from the system), NumGC,
// PauseTotalNs and NextGC (the size at which the next collection begins). Fields for which gorun
// has nothing to tell are 0.
type MemStats struct {
	Alloc, TotalAlloc, Sys, Lookups, Mallocs, Frees uint64

	HeapAlloc, HeapSys, HeapIdle, HeapInuse, HeapReleased, HeapObjects uint64

	StackInuse, StackSys, MSpanInuse, MSpanSys, MCacheInuse, MCacheSys uint64
	BuckHashSys, GCSys, OtherSys                                       uint64

	NextGC, LastGC, PauseTotalNs uint64

	PauseNs       [256]uint64
	PauseEnd      [256]uint64
	NumGC         uint32
	NumForcedGC   uint32
	GCCPUFraction float64
	EnableGC      bool
	DebugGC       bool
	BySize        [61]struct {
		Size           uint32
		Mallocs, Frees uint64
	}
}

type memory struct {
	alloc, totalAlloc, sys, mallocs, frees                             uint64
	heapAlloc, heapSys, heapIdle, heapInuse, heapReleased, heapObjects uint64
	gcSys, nextGC, lastGC, pauseTotal, pause, cycles, forced           uint64
}

func readMemory(m *memory)

// ReadMemStats fills m with the present numbers; all goroutines stop for a moment.
//
//	var m runtime.MemStats
//	runtime.ReadMemStats(&m)
//	fmt.Println(m.HeapAlloc, m.NumGC)
func ReadMemStats(m *MemStats) {
	var r memory
	readMemory(&r)
	*m = MemStats{
		Alloc: r.alloc, TotalAlloc: r.totalAlloc, Sys: r.sys, Mallocs: r.mallocs, Frees: r.frees,
		HeapAlloc: r.heapAlloc, HeapSys: r.heapSys, HeapIdle: r.heapIdle, HeapInuse: r.heapInuse,
		HeapReleased: r.heapReleased, HeapObjects: r.heapObjects,
		GCSys: r.gcSys, NextGC: r.nextGC, LastGC: r.lastGC, PauseTotalNs: r.pauseTotal,
		NumGC: uint32(r.cycles), NumForcedGC: uint32(r.forced), EnableGC: true,
	}
	if r.cycles > 0 {
		m.PauseNs[(r.cycles+255)%256] = r.pause
		m.PauseEnd[(r.cycles+255)%256] = r.lastGC
	}
}

// Func is a function of the running program.
type Func struct {
	name  string
	file  string
	line  int
	entry uintptr
}

// Frame is one call of a stack.
type Frame struct {
	PC       uintptr // the program counter in the call
	Func     *Func   // may be nil
	Function string  // its name with its package, such as "main.(*T).Run"; may be empty
	File     string  // the file and line that are being run
	Line     int
	Entry    uintptr // where the function begins; may be 0
}

// Frames turns the program counters of a stack into calls.
type Frames struct{ pcs []uintptr }

// describe tells where a program counter is.
func describe(pc uintptr) (name, file string, line int, entry uintptr)

// callers fills pcs with the program counters of the calling goroutine's frames, the caller of callers first.
func callers(skip int, pcs []uintptr) int

// trace is the text of the goroutine's stack, or of all.
func trace(all bool) string

// Caller tells where the calling function is: file and line of the call of Caller for 0, of the
// call of the function that calls it for 1, and so on. ok is false if the stack is not that deep.
//
//	_, file, line, _ := runtime.Caller(1)
func Caller(skip int) (pc uintptr, file string, line int, ok bool) {
	var pcs [1]uintptr
	if callers(skip+1, pcs[:]) < 1 {
		return
	}
	_, file, line, _ = describe(pcs[0])
	return pcs[0], file, line, true
}

// Callers fills pc with the program counters of the calling goroutine's stack and returns their
// number. skip 0 begins with Callers itself, 1 with its caller. Use CallersFrames to make sense of
// them.
func Callers(skip int, pc []uintptr) int {
	return callers(skip, pc)
}

// CallersFrames prepares program counters that Callers has returned for Next.
//
//	pc := make([]uintptr, 16)
//	frames := runtime.CallersFrames(pc[:runtime.Callers(1, pc)])
//	for {
//		frame, more := frames.Next()
//		fmt.Println(frame.Function, frame.Line)
//		if !more {
//			break
//		}
//	}
func CallersFrames(callers []uintptr) *Frames { return &Frames{callers} }

// Next returns the next call, from the innermost outwards, and whether there are more after it.
func (f *Frames) Next() (frame Frame, more bool) {
	if len(f.pcs) == 0 {
		return
	}
	pc := f.pcs[0]
	f.pcs = f.pcs[1:]
	fn := FuncForPC(pc)
	frame = Frame{PC: pc, Func: fn}
	if fn != nil {
		frame.Function, frame.File, frame.Line, frame.Entry = fn.name, fn.file, fn.line, fn.entry
	}
	return frame, len(f.pcs) > 0
}

// FuncForPC returns the function whose code pc is in, or nil.
func FuncForPC(pc uintptr) *Func {
	name, file, line, entry := describe(pc)
	if name == "" {
		return nil
	}
	return &Func{name, file, line, entry}
}

// Name returns the function's name with its package, "" for nil.
func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	return f.name
}

// Entry returns where the function's code begins.
func (f *Func) Entry() uintptr { return f.entry }

// FileLine returns file and line of the code at pc, which should be the function's.
func (f *Func) FileLine(pc uintptr) (file string, line int) {
	_, file, line, _ = describe(pc)
	return file, line
}

// Stack writes the text of the goroutine's stack into buf, of all goroutines' if all is true, as
// far as it fits, and returns the number of bytes. See debug.Stack for one that always fits.
func Stack(buf []byte, all bool) int { return copy(buf, trace(all)) }
