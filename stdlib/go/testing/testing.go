// Package testing runs tests and benchmarks. A file x_test.go has functions such as these, which
// the test command runs:
//
//	func TestAbs(t *testing.T) {
//		for _, c := range []struct{ in, want int }{{-1, 1}, {0, 0}} {
//			t.Run(fmt.Sprint(c.in), func(t *testing.T) {
//				if got := Abs(c.in); got != c.want {
//					t.Errorf("Abs(%d) = %d, want %d", c.in, got, c.want)
//				}
//			})
//		}
//	}
//
//	func BenchmarkAbs(b *testing.B) {
//		for b.Loop() {
//			Abs(-1)
//		}
//	}
//
// A test fails if it calls Fail, Error or Fatal or panics. A function TestMain(m *testing.M), if
// there is one, is called instead of the tests and calls m.Run. Examples are functions whose output
// must be that in their last comment, after // Output:. In gorun a program may also call Benchmark,
// AllocsPerRun and Main by itself.
package testing

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"
)

var (
	initialised bool
	short       *bool
	verbose     *bool
	match       *string
	skip        *string
	benchMatch  *string
	benchTime   = benchFlag{d: time.Second}
	count       *uint
	timeout     *time.Duration
	parallel    *int
	failFast    *bool
	listMatch   *string
	benchMem    *bool
)

// benchFlag is how long or how often a benchmark runs.
type benchFlag struct {
	d time.Duration
	n int
}

func (f *benchFlag) String() string {
	if f.n > 0 {
		return strconv.Itoa(f.n) + "x"
	}
	return f.d.String()
}

func (f *benchFlag) Set(s string) error {
	if times, ok := strings.CutSuffix(s, "x"); ok {
		n, err := strconv.Atoi(times)
		if err != nil || n <= 0 {
			return errors.New("invalid count")
		}
		*f = benchFlag{n: n}
		return nil
	}
	d, err := time.ParseDuration(s)
	if err != nil || d <= 0 {
		return errors.New("invalid duration")
	}
	*f = benchFlag{d: d}
	return nil
}

// Init defines the flags -test.v and so on. Tests have them already; another program needs it
// before flag.Parse if it uses, say, Benchmark with them.
func Init() {
	if initialised {
		return
	}
	initialised = true
	short = flag.Bool("test.short", false, "run smaller test suite to save time")
	verbose = flag.Bool("test.v", false, "verbose: print additional output")
	match = flag.String("test.run", "", "run only tests and examples matching `regexp`")
	skip = flag.String("test.skip", "", "do not list or run tests matching `regexp`")
	benchMatch = flag.String("test.bench", "", "run only benchmarks matching `regexp`")
	flag.Var(&benchTime, "test.benchtime", "run each benchmark for duration `d` or N times if `d` is of the form Nx")
	benchMem = flag.Bool("test.benchmem", false, "print memory allocations for benchmarks")
	count = flag.Uint("test.count", 1, "run tests and benchmarks `n` times")
	timeout = flag.Duration("test.timeout", 0, "panic test binary after duration `d` (default 0, timeout disabled)")
	parallel = flag.Int("test.parallel", runtime.GOMAXPROCS(0), "run at most `n` tests in parallel")
	failFast = flag.Bool("test.failfast", false, "do not start new tests after the first test failure")
	listMatch = flag.String("test.list", "", "list tests, examples, and benchmarks matching `regexp` then exit")
}

// Short reports whether the flag -short is given. Long tests are to be skipped then.
func Short() bool {
	if short == nil {
		panic("testing: Short called before Init")
	}
	if !flag.Parsed() {
		panic("testing: Short called before Parse")
	}
	return *short
}

// Verbose reports whether the flag -v is given.
func Verbose() bool {
	if !flag.Parsed() {
		panic("testing: Verbose called before Parse")
	}
	return isVerbose()
}

func isVerbose() bool { return verbose != nil && *verbose }

// inTest: the program is a test.
var inTest bool

// Testing reports whether the program is a test.
func Testing() bool { return inTest }

// CoverMode returns how coverage is counted; in gorun "", since it is not.
func CoverMode() string { return "" }

// Coverage returns which fraction of the code has run; in gorun 0, since it is not counted.
func Coverage() float64 { return 0 }

// Cover holds counts of which code has run, for the main functions of tests. In gorun nothing fills
// it.
type Cover struct {
	Mode            string
	Counters        map[string][]uint32
	Blocks          map[string][]CoverBlock
	CoveredPackages string
}

// CoverBlock is a piece of code that coverage counts.
type CoverBlock struct {
	Line0 uint32
	Col0  uint16
	Line1 uint32
	Col1  uint16
	Stmts uint16
}

// RegisterCover is for the main functions of tests. In gorun it does nothing.
func RegisterCover(c Cover) {}

// AllocsPerRun returns the average number of allocations of a call of f, which it calls once more
// before it counts.
func AllocsPerRun(runs int, f func()) (avg float64) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	f()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	before := stats.Mallocs
	for range runs {
		f()
	}
	runtime.ReadMemStats(&stats)
	// One allocation or so is that of the statistics.
	return float64((stats.Mallocs - before) / uint64(runs))
}

// common is what tests, benchmarks and fuzz tests have.
type common struct {
	mu       sync.Mutex
	name     string
	parent   *common
	level    int
	failed   bool
	skipped  bool
	finished bool
	ran      bool
	bench    bool
	output   []byte
	cleanups []func()
	tempDir  string
	tempSeq  int
	start    time.Time
	duration time.Duration
	ctx      context.Context
	cancel   context.CancelFunc
	done     chan struct{}
	helpers  map[string]bool
	subNames map[string]int
	isEnvSet bool
	parallel bool
}

// TB is what T, B and F have in common, for functions that help all of them.
type TB interface {
	ArtifactDir() string               // a directory for files of the test
	Attr(key, value string)            // prints an attribute of the test
	Cleanup(func())                    // calls the function when the test has ended, the last one first
	Error(args ...any)                 // Log and Fail
	Errorf(format string, args ...any) // Logf and Fail
	Fail()                             // marks the test as failed; it goes on
	FailNow()                          // marks the test as failed and ends it
	Failed() bool                      // whether the test has failed
	Fatal(args ...any)                 // Log and FailNow
	Fatalf(format string, args ...any) // Logf and FailNow
	Helper()                           // makes messages name the line that called this function
	Log(args ...any)                   // prints its operands as fmt.Println does, if the test fails or -v is given
	Logf(format string, args ...any)   // prints its operands as fmt.Printf does, if the test fails or -v is given
	Name() string                      // the name of the test
	Setenv(key, value string)          // sets a variable of the environment until the test ends
	Chdir(dir string)                  // sets the working directory until the test ends
	Skip(args ...any)                  // Log and SkipNow
	SkipNow()                          // marks the test as skipped and ends it
	Skipf(format string, args ...any)  // Logf and SkipNow
	Skipped() bool                     // whether the test was skipped
	TempDir() string                   // a new directory that is removed when the test has ended
	Context() context.Context          // cancelled just before the functions of Cleanup are called
	Output() io.Writer                 // a writer to the test's output
	private()
}

func (c *common) private() {}

func (c *common) init(name string, parent *common) {
	c.name, c.parent = name, parent
	base := context.Background()
	if parent != nil {
		c.level = parent.level + 1
		c.bench = parent.bench
		if parent.ctx != nil {
			base = parent.ctx
		}
	}
	c.ctx, c.cancel = context.WithCancel(base)
	c.done = make(chan struct{})
}

// Name returns the name of the test, with those of its parents before it: "TestAbs/-1".
func (c *common) Name() string { return c.name }

// Fail marks the test as failed; it goes on.
func (c *common) Fail() {
	for p := c; p != nil; p = p.parent {
		p.mu.Lock()
		p.failed = true
		p.mu.Unlock()
	}
}

// Failed reports whether the test has failed.
func (c *common) Failed() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.failed
}

// FailNow marks the test as failed and ends it, after its deferred calls. Only the test's own
// goroutine may call it.
func (c *common) FailNow() {
	c.Fail()
	c.finished = true
	runtime.Goexit()
}

// place is the file and line that called the first function that is no helper.
func (c *common) place() string {
	var pcs [50]uintptr
	n := runtime.Callers(3, pcs[:])
	frames := runtime.CallersFrames(pcs[:n])
	for {
		frame, more := frames.Next()
		own := strings.HasPrefix(frame.Function, "testing.")
		if !own && !c.helpers[frame.Function] || !more {
			return fmt.Sprintf("%s:%d: ", filepath.Base(frame.File), frame.Line)
		}
	}
}

func (c *common) log(text string) {
	text = strings.TrimSuffix(text, "\n")
	text = "    " + c.place() + strings.ReplaceAll(text, "\n", "\n        ") + "\n"
	c.write(text)
}

// write adds to what is printed when the test ends, or prints at once if all is to be printed.
func (c *common) write(text string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if isVerbose() || c.bench {
		if announced != c.name && !c.bench {
			announce("NAME ", c.name)
		}
		os.Stdout.WriteString(text)
		return
	}
	c.output = append(c.output, text...)
}

// Log prints its operands as fmt.Println does, with the place; of a test only if it fails or -v is
// given.
func (c *common) Log(args ...any) { c.log(fmt.Sprintln(args...)) }

// Logf prints its operands as fmt.Printf does, with the place; of a test only if it fails or -v is
// given.
func (c *common) Logf(format string, args ...any) { c.log(fmt.Sprintf(format, args...)) }

// Error is Log and Fail.
func (c *common) Error(args ...any) {
	c.log(fmt.Sprintln(args...))
	c.Fail()
}

// Errorf is Logf and Fail.
func (c *common) Errorf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...))
	c.Fail()
}

// Fatal is Log and FailNow.
func (c *common) Fatal(args ...any) {
	c.log(fmt.Sprintln(args...))
	c.FailNow()
}

// Fatalf is Logf and FailNow.
func (c *common) Fatalf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...))
	c.FailNow()
}

// Skip is Log and SkipNow.
func (c *common) Skip(args ...any) {
	c.log(fmt.Sprintln(args...))
	c.SkipNow()
}

// Skipf is Logf and SkipNow.
func (c *common) Skipf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...))
	c.SkipNow()
}

// SkipNow marks the test as skipped and ends it. Only the test's own goroutine may call it.
func (c *common) SkipNow() {
	c.mu.Lock()
	c.skipped = true
	c.finished = true
	c.mu.Unlock()
	runtime.Goexit()
}

// Skipped reports whether the test was skipped.
func (c *common) Skipped() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.skipped
}

// Helper makes messages name the line that called this function rather than one inside.
func (c *common) Helper() {
	var pcs [1]uintptr
	if runtime.Callers(2, pcs[:]) == 0 {
		return
	}
	frame, _ := runtime.CallersFrames(pcs[:]).Next()
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.helpers == nil {
		c.helpers = map[string]bool{}
	}
	c.helpers[frame.Function] = true
}

// Cleanup has f called when the test and all its subtests have ended, the last one first.
func (c *common) Cleanup(f func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.cleanups = append(c.cleanups, f)
}

func (c *common) runCleanups() {
	c.cancel()
	for {
		c.mu.Lock()
		n := len(c.cleanups)
		if n == 0 {
			c.mu.Unlock()
			return
		}
		f := c.cleanups[n-1]
		c.cleanups = c.cleanups[:n-1]
		c.mu.Unlock()
		f()
	}
}

// Context returns a context that is cancelled just before the functions of Cleanup are called.
func (c *common) Context() context.Context { return c.ctx }

type outputWriter struct{ c *common }

func (w outputWriter) Write(p []byte) (int, error) {
	for line := range strings.Lines(string(p)) {
		w.c.write("    " + strings.TrimSuffix(line, "\n") + "\n")
	}
	return len(p), nil
}

// Output returns a writer to the test's output.
func (c *common) Output() io.Writer { return outputWriter{c} }

// Attr prints an attribute of the test, for programs that read the output.
func (c *common) Attr(key, value string) {
	if strings.ContainsFunc(key, unicode.IsSpace) {
		c.Errorf("disallowed whitespace in attribute key %q", key)
		return
	}
	if strings.ContainsAny(value, "\r\n") {
		c.Errorf("disallowed newline in attribute value %q", value)
		return
	}
	c.write("=== ATTR  " + c.name + " " + key + " " + value + "\n")
}

// TempDir makes a new directory, which is removed when the test has ended.
func (c *common) TempDir() string {
	c.mu.Lock()
	base := c.tempDir
	c.mu.Unlock()
	if base == "" {
		pattern := strings.Map(func(r rune) rune {
			if r == '_' || r == '-' || unicode.IsLetter(r) || unicode.IsDigit(r) {
				return r
			}
			return -1
		}, c.name)
		dir, err := os.MkdirTemp("", pattern)
		if err != nil {
			c.Fatalf("TempDir: %v", err)
		}
		c.tempDir, base = dir, dir
		c.Cleanup(func() {
			if err := os.RemoveAll(dir); err != nil {
				c.Errorf("TempDir RemoveAll cleanup: %v", err)
			}
		})
	}
	c.tempSeq++
	dir := fmt.Sprintf("%s/%03d", base, c.tempSeq)
	if err := os.Mkdir(dir, 0o777); err != nil {
		c.Fatalf("TempDir: %v", err)
	}
	return dir
}

// ArtifactDir returns a directory for files of the test.
func (c *common) ArtifactDir() string { return c.TempDir() }

// Setenv sets a variable of the environment until the test ends.
func (c *common) Setenv(key, value string) {
	old, had := os.LookupEnv(key)
	if err := os.Setenv(key, value); err != nil {
		c.Fatalf("cannot set environment variable: %v", err)
	}
	c.isEnvSet = true
	c.Cleanup(func() {
		if had {
			os.Setenv(key, old)
		} else {
			os.Unsetenv(key)
		}
	})
}

// Chdir sets the working directory until the test ends.
func (c *common) Chdir(dir string) {
	old, err := os.Getwd()
	if err != nil {
		c.Fatal(err)
	}
	if err := os.Chdir(dir); err != nil {
		c.Fatal(err)
	}
	c.isEnvSet = true
	c.Cleanup(func() {
		if err := os.Chdir(old); err != nil {
			panic("testing.Chdir: " + err.Error())
		}
	})
}

// subName is the full name of a subtest, different from its sisters'.
func (c *common) subName(name string) string {
	name = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return '_'
		}
		return r
	}, name)
	if !strings.ContainsFunc(name, func(r rune) bool { return !strconv.IsPrint(r) }) {
		// As it is.
	} else {
		quoted := strconv.Quote(name)
		name = quoted[1 : len(quoted)-1]
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.subNames == nil {
		c.subNames = map[string]int{}
	}
	n := c.subNames[name]
	c.subNames[name] = n + 1
	if name == "" || n > 0 {
		name = fmt.Sprintf("%s#%02d", name, n)
	}
	if c.name == "" {
		return name
	}
	return c.name + "/" + name
}

// matcher chooses tests by the parts of their names between slashes.
type matcher struct {
	matches func(pat, str string) (bool, error)
	run     string
	skip    string
}

func (m *matcher) wants(name string) bool {
	if m == nil || m.matches == nil {
		return true
	}
	if m.skip != "" && m.match(m.skip, name, false) {
		return false
	}
	return m.match(m.run, name, true)
}

// match: partial, if name has fewer parts than pattern.
func (m *matcher) match(pattern, name string, partial bool) bool {
	if pattern == "" {
		return true
	}
	patterns, parts := strings.Split(pattern, "/"), strings.Split(name, "/")
	if !partial && len(parts) < len(patterns) {
		return false
	}
	for i, part := range parts {
		if i < len(patterns) {
			if ok, err := m.matches(patterns[i], part); err != nil || !ok {
				return false
			}
		}
	}
	return true
}

func dots(d time.Duration) string { return fmt.Sprintf("(%.2fs)", d.Seconds()) }

// sorted are the keys of a map.
func sorted[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
