package testing

import (
	"fmt"
	"math"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// B is given to benchmark functions: it counts the runs and takes the time.
type B struct {
	common
	// N is how often the code is to run.
	N           int // how often the code must run, for loops without Loop
	matches     *matcher
	f           func(b *B)
	timerOn     bool
	began       time.Time
	elapsed     time.Duration
	bytes       int64
	parallelism int
	showAllocs  bool
	hasSub      bool
	loops       int
	looping     bool
	extra       map[string]float64
	result      BenchmarkResult

	startMallocs, startBytes uint64
	mallocs, allocated       uint64
}

// InternalBenchmark is a benchmark function with its name, for the main functions of tests.
type InternalBenchmark struct {
	Name string
	F    func(b *B)
}

func readMemory() (mallocs, bytes uint64) {
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.Mallocs, stats.TotalAlloc
}

// StartTimer lets the time and allocations count again after StopTimer.
func (b *B) StartTimer() {
	if !b.timerOn {
		b.startMallocs, b.startBytes = readMemory()
		b.began = time.Now()
		b.timerOn = true
	}
}

// StopTimer keeps the time and allocations from counting until StartTimer.
func (b *B) StopTimer() {
	if b.timerOn {
		b.elapsed += time.Since(b.began)
		mallocs, bytes := readMemory()
		b.mallocs += mallocs - b.startMallocs
		b.allocated += bytes - b.startBytes
		b.timerOn = false
	}
}

// ResetTimer forgets the time and allocations so far, and metrics of the benchmark's own.
func (b *B) ResetTimer() {
	b.extra = map[string]float64{}
	if b.timerOn {
		b.startMallocs, b.startBytes = readMemory()
		b.began = time.Now()
	}
	b.elapsed, b.mallocs, b.allocated = 0, 0, 0
}

// Elapsed returns the time that has counted so far.
func (b *B) Elapsed() time.Duration {
	d := b.elapsed
	if b.timerOn {
		d += time.Since(b.began)
	}
	return d
}

// SetBytes tells how many bytes a run works on, so that the result has MB/s.
func (b *B) SetBytes(n int64) { b.bytes = n }

// ReportAllocs makes the result show memory and allocations for each run.
func (b *B) ReportAllocs() { b.showAllocs = true }

// ReportMetric adds n with that unit to the result; by custom the unit ends in /op. Known units
// such as ns/op are replaced.
func (b *B) ReportMetric(n float64, unit string) {
	if unit == "" {
		panic("metric unit must not be empty")
	}
	if strings.ContainsAny(unit, " \t\n") {
		panic("metric unit must not contain whitespace")
	}
	if b.extra == nil {
		b.extra = map[string]float64{}
	}
	b.extra[unit] = n
}

// Loop returns true as long as the code must run once more. The time counts from its first call;
// after it returns false b.N is the number of runs.
//
//	for b.Loop() {
//		work()
//	}
func (b *B) Loop() bool {
	if !b.looping {
		b.looping = true
		b.loops = 0
		b.N = 1
		if benchTime.n > 0 {
			b.N = benchTime.n
		}
		b.ResetTimer()
		b.StartTimer()
	}
	if b.loops < b.N {
		b.loops++
		return true
	}
	if benchTime.n == 0 && b.Elapsed() < benchTime.d && b.N < 1e9 {
		b.N = predict(benchTime.d, b.N, b.Elapsed())
		b.loops++
		return true
	}
	b.StopTimer()
	return false
}

// predict is how often to run, to take as long as wanted.
func predict(want time.Duration, n int, took time.Duration) int {
	next := int64(want) * int64(n) / max(int64(took), 1)
	next += next / 5
	next = min(next, 100*int64(n))
	return int(min(max(next, int64(n)+1), 1e9))
}

// runN runs the function once with N = n. It ends the goroutine if the benchmark does.
func (b *B) runN(n int) {
	runtime.GC()
	b.N = n
	b.looping = false
	b.parallelism = 1
	b.ResetTimer()
	b.StartTimer()
	b.f(b)
	b.StopTimer()
}

// launch measures until it took long enough.
func (b *B) launch() {
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer b.runCleanups()
		b.runN(1)
		b.ran = true
		if b.failed || b.hasSub || b.looping {
			b.finished = true
			return
		}
		if benchTime.n > 0 {
			b.runN(benchTime.n)
		} else {
			for n := 1; !b.failed && b.elapsed < benchTime.d && n < 1e9; {
				n = predict(benchTime.d, n, b.elapsed)
				b.runN(n)
			}
		}
		b.finished = true
	}()
	<-done
	b.result = BenchmarkResult{b.N, b.elapsed, b.bytes, b.mallocs, b.allocated, b.extra}
}

// Run runs f as a benchmark below b and returns false if it fails. A benchmark that calls Run is
// not measured itself.
func (b *B) Run(name string, f func(b *B)) bool {
	b.hasSub = true
	full := b.subName(name)
	if !b.matches.wants(full) {
		return true
	}
	sub := &B{f: f, matches: b.matches, showAllocs: b.showAllocs}
	sub.init(full, &b.common)
	sub.bench = true
	sub.launch()
	sub.report()
	return !sub.failed
}

func (b *B) report() {
	name := b.name
	if n := maxProcs(); n != 1 {
		name = fmt.Sprintf("%s-%d", name, n)
	}
	switch {
	case b.failed:
		fmt.Printf("--- FAIL: %s\n", name)
	case b.skipped:
		fmt.Printf("--- SKIP: %s\n", name)
	case !b.hasSub && b.matches != nil:
		text := b.result.String()
		if *benchMem || b.showAllocs {
			text += "\t" + b.result.MemString()
		}
		fmt.Printf("%-30s\t%s\n", name, text)
	}
}

// SetParallelism makes RunParallel start p goroutines for each processor.
func (b *B) SetParallelism(p int) {
	if p >= 1 {
		b.parallelism = p
	}
}

// PB is given to the body of RunParallel.
type PB struct {
	left  *atomic.Int64
	batch int64
}

// Next returns true as long as this goroutine must run the code once more.
func (pb *PB) Next() bool {
	if pb.batch == 0 {
		const grain = 100
		after := pb.left.Add(-grain)
		pb.batch = min(grain, after+grain)
		if pb.batch <= 0 {
			pb.batch = 0
			return false
		}
	}
	pb.batch--
	return true
}

// RunParallel shares the runs among goroutines, each of which calls body.
//
//	b.RunParallel(func(pb *testing.PB) {
//		for pb.Next() {
//			work()
//		}
//	})
func (b *B) RunParallel(body func(*PB)) {
	if b.N == 0 {
		return
	}
	var left atomic.Int64
	left.Store(int64(b.N))
	var group sync.WaitGroup
	for range b.parallelism * maxProcs() {
		group.Add(1)
		go func() {
			defer group.Done()
			body(&PB{left: &left})
		}()
	}
	group.Wait()
	if left.Load() > 0 && !b.Failed() {
		b.Fatal("RunParallel: body exited without pb.Next() == false")
	}
}

// Benchmark runs f as a benchmark and returns what it took.
func Benchmark(f func(b *B)) BenchmarkResult {
	b := &B{f: f}
	b.init("", nil)
	b.bench = true
	b.launch()
	if b.failed {
		return BenchmarkResult{}
	}
	return b.result
}

// RunBenchmarks runs benchmarks, for the main functions of tests.
func RunBenchmarks(matchString func(pat, str string) (bool, error), benchmarks []InternalBenchmark) {
	runBenchmarks(matchString, benchmarks)
}

func runBenchmarks(matchString func(pat, str string) (bool, error), benchmarks []InternalBenchmark) bool {
	newState(matchString)
	if *benchMatch == "" {
		return true
	}
	root := &B{matches: &matcher{matchString, *benchMatch, *skip}}
	root.init("", nil)
	for _, benchmark := range benchmarks {
		root.Run(benchmark.Name, benchmark.F)
	}
	return !root.failed
}

// BenchmarkResult is what a benchmark took.
type BenchmarkResult struct {
	N         int                // number of runs
	T         time.Duration      // time of all runs
	Bytes     int64              // bytes of a run
	MemAllocs uint64             // allocations of all runs
	MemBytes  uint64             // allocated bytes of all runs
	Extra     map[string]float64 // from ReportMetric
}

// metric is a reported number, or what follows from the others.
func (r BenchmarkResult) metric(unit string, total float64) float64 {
	if v, ok := r.Extra[unit]; ok {
		return v
	}
	if r.N <= 0 {
		return 0
	}
	return total / float64(r.N)
}

// NsPerOp returns the nanoseconds of a run.
func (r BenchmarkResult) NsPerOp() int64 { return int64(r.metric("ns/op", float64(r.T.Nanoseconds()))) }

// AllocsPerOp returns the allocations of a run.
func (r BenchmarkResult) AllocsPerOp() int64 {
	return int64(r.metric("allocs/op", float64(r.MemAllocs)))
}

// AllocedBytesPerOp returns the allocated bytes of a run.
func (r BenchmarkResult) AllocedBytesPerOp() int64 {
	return int64(r.metric("B/op", float64(r.MemBytes)))
}

// MemString returns allocated bytes and allocations of a run as text.
func (r BenchmarkResult) MemString() string {
	return fmt.Sprintf("%8d B/op\t%8d allocs/op", r.AllocedBytesPerOp(), r.AllocsPerOp())
}

// pretty prints a number with a few digits that matter.
func pretty(x float64, unit string) string {
	switch y := math.Abs(x); {
	case y == 0 || y >= 999.95:
		return fmt.Sprintf("%10.0f %s", x, unit)
	case y >= 99.995:
		return fmt.Sprintf("%12.1f %s", x, unit)
	case y >= 9.9995:
		return fmt.Sprintf("%13.2f %s", x, unit)
	case y >= 0.99995:
		return fmt.Sprintf("%14.3f %s", x, unit)
	case y >= 0.099995:
		return fmt.Sprintf("%15.4f %s", x, unit)
	case y >= 0.0099995:
		return fmt.Sprintf("%16.5f %s", x, unit)
	case y >= 0.00099995:
		return fmt.Sprintf("%17.6f %s", x, unit)
	}
	return fmt.Sprintf("%18.7f %s", x, unit)
}

// String returns the result in one line, without allocations.
func (r BenchmarkResult) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%8d", r.N)
	if ns := r.metric("ns/op", float64(r.T.Nanoseconds())); ns != 0 {
		b.WriteString("\t" + pretty(ns, "ns/op"))
	}
	mbs, ok := r.Extra["MB/s"]
	if !ok && r.Bytes > 0 && r.T > 0 && r.N > 0 {
		mbs = float64(r.Bytes) * float64(r.N) / 1e6 / r.T.Seconds()
	}
	if mbs != 0 {
		fmt.Fprintf(&b, "\t%7.2f MB/s", mbs)
	}
	for _, unit := range sorted(r.Extra) {
		switch unit {
		case "ns/op", "MB/s", "B/op", "allocs/op":
		default:
			b.WriteString("\t" + pretty(r.Extra[unit], unit))
		}
	}
	return b.String()
}
