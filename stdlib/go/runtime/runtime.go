package runtime

// The platform that programs see.
const (
	GOOS     = "linux"
	GOARCH   = "amd64"
	Compiler = "gorun"
)

// MemProfileRate is there for programs that set it. There are no profiles, so it is 0 as in programs without any.
var MemProfileRate int

// Version is the language's release.
func Version() string { return "go1.26" }

func GOROOT() string { return "" }

// GOMAXPROCS sets how many goroutines run at once, if n > 0, and returns the former setting.
func GOMAXPROCS(n int) int

func NumCPU() int
func NumGoroutine() int
func NumCgoCall() int64 { return 0 }

// Gosched lets other goroutines run.
func Gosched()

// Breakpoint does nothing: there is no debugger to stop in.
func Breakpoint() {}

// Goexit ends the goroutine after its deferred calls.
func Goexit()

// GC collects garbage.
func GC()

func LockOSThread()   {}
func UnlockOSThread() {}

// MemStats describes memory and its collector.
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

// ReadMemStats fills m.
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

// A Func is a function of the program.
type Func struct {
	name  string
	file  string
	line  int
	entry uintptr
}

// A Frame is a call in a stack.
type Frame struct {
	PC       uintptr
	Func     *Func
	Function string
	File     string
	Line     int
	Entry    uintptr
}

// Frames iterates over the calls of a stack.
type Frames struct{ pcs []uintptr }

// describe tells where a program counter is.
func describe(pc uintptr) (name, file string, line int, entry uintptr)

// callers fills pcs with the program counters of the calling goroutine's frames, the caller of callers first.
func callers(skip int, pcs []uintptr) int

// trace is the text of the goroutine's stack, or of all.
func trace(all bool) string

// Caller tells where the skip-th caller is.
func Caller(skip int) (pc uintptr, file string, line int, ok bool) {
	var pcs [1]uintptr
	if callers(skip+1, pcs[:]) < 1 {
		return
	}
	_, file, line, _ = describe(pcs[0])
	return pcs[0], file, line, true
}

// Callers fills pcs with the stack's program counters.
func Callers(skip int, pcs []uintptr) int {
	return callers(skip, pcs)
}

func CallersFrames(callers []uintptr) *Frames { return &Frames{callers} }

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

// FuncForPC returns the function that pc is in, or nil.
func FuncForPC(pc uintptr) *Func {
	name, file, line, entry := describe(pc)
	if name == "" {
		return nil
	}
	return &Func{name, file, line, entry}
}

func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	return f.name
}

func (f *Func) Entry() uintptr { return f.entry }

func (f *Func) FileLine(pc uintptr) (file string, line int) {
	_, file, line, _ = describe(pc)
	return file, line
}

// Stack writes the goroutine's stack, or all goroutines', into buf.
func Stack(buf []byte, all bool) int { return copy(buf, trace(all)) }
