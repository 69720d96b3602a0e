package testing

import (
	"flag"
	"fmt"
	"io"
	"os"
	"reflect"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"
)

// T is given to test functions: they tell it what fails. Its methods may be called by several
// goroutines, but those that end the test (FailNow, Fatal, Skip) only by the test's own.
type T struct {
	common
	state *testState
	// subs are parallel subtests that wait for their parent.
	subs []*T
	// resume starts a parallel test.
	resume  chan struct{}
	waiting chan struct{}
}

// testState is what all tests of a run share.
type testState struct {
	match *matcher
	slots chan struct{}
	mu    sync.Mutex
	// deadline is when the run must end.
	deadline time.Time
}

// InternalTest is a test function with its name, for the main functions of tests.
type InternalTest struct {
	Name string
	F    func(*T)
}

// Deadline returns when the run of all tests is ended by force; ok is false if it has all the time.
func (t *T) Deadline() (deadline time.Time, ok bool) {
	return t.state.deadline, !t.state.deadline.IsZero()
}

// Setenv sets a variable of the environment until the test ends. It panics in parallel tests.
func (t *T) Setenv(key, value string) {
	if t.parallel {
		panic("testing: test using t.Setenv, t.Chdir, or cryptotest.SetGlobalRandom can not use t.Parallel")
	}
	t.common.Setenv(key, value)
}

// Chdir sets the working directory until the test ends. It panics in parallel tests.
func (t *T) Chdir(dir string) {
	if t.parallel {
		panic("testing: test using t.Setenv, t.Chdir, or cryptotest.SetGlobalRandom can not use t.Parallel")
	}
	t.common.Chdir(dir)
}

// Parallel lets this test run at the same time as other parallel ones, after its parent's function
// has returned.
func (t *T) Parallel() {
	if t.parallel {
		panic("testing: t.Parallel called multiple times")
	}
	if t.isEnvSet {
		panic("testing: test using t.Setenv, t.Chdir, or cryptotest.SetGlobalRandom can not use t.Parallel")
	}
	t.parallel = true
	announce("PAUSE", t.name)
	close(t.waiting)
	<-t.resume
	announce("CONT ", t.name)
	t.start = time.Now()
}

// Run runs f as a subtest, in a goroutine of its own, and waits for it. It returns false if the
// subtest fails; of a parallel one it doesn't know that yet.
func (t *T) Run(name string, f func(t *T)) bool {
	full := t.subName(name)
	if !t.state.match.wants(full) {
		return true
	}
	sub := &T{state: t.state, resume: make(chan struct{}), waiting: make(chan struct{})}
	sub.init(full, &t.common)
	t.ran = true
	announce("RUN  ", full)
	go sub.run(f)
	select {
	case <-sub.done:
		return !sub.failed
	case <-sub.waiting:
		t.subs = append(t.subs, sub)
		return true
	}
}

func (t *T) run(f func(t *T)) {
	defer close(t.done)
	defer func() {
		t.duration = time.Since(t.start)
		e := recover()
		if e == nil && !t.finished {
			t.Fail()
			e = "test executed panic(nil) or runtime.Goexit: subtest may have called FailNow on a parent test"
		}
		if e != nil {
			fmt.Printf("--- FAIL: %s %s\n", t.name, dots(t.duration))
			panic(e)
		}
		t.runParallel()
		t.runCleanups()
		t.report()
	}()
	t.start = time.Now()
	f(t)
	t.finished = true
}

// runParallel runs the parallel subtests, as many at once as allowed.
func (t *T) runParallel() {
	var group sync.WaitGroup
	for _, sub := range t.subs {
		group.Add(1)
		go func() {
			defer group.Done()
			t.state.slots <- struct{}{}
			close(sub.resume)
			<-sub.done
			<-t.state.slots
		}()
	}
	group.Wait()
}

// report prints the result, or hands it to the parent, which prints it in its own.
func (t *T) report() {
	result := "PASS"
	switch {
	case t.failed:
		result = "FAIL"
	case t.skipped:
		result = "SKIP"
	}
	if result != "FAIL" && !isVerbose() {
		return
	}
	indent := strings.Repeat("    ", max(t.level-1, 0))
	text := fmt.Sprintf("%s--- %s: %s %s\n", indent, result, t.name, dots(t.duration))
	for line := range strings.Lines(string(t.output)) {
		if t.level > 1 && !strings.HasPrefix(line, indent+"---") && !strings.HasPrefix(line, indent+"    ---") {
			line = indent + line
		}
		text += line
	}
	if t.level > 1 {
		t.parent.mu.Lock()
		t.parent.output = append(t.parent.output, text...)
		t.parent.mu.Unlock()
		return
	}
	t.state.mu.Lock()
	defer t.state.mu.Unlock()
	os.Stdout.WriteString(text)
}

var (
	announceLock sync.Mutex
	// announced is the test that the last line about what happens names.
	announced string
)

// announce prints what happens to a test, if all is to be printed.
func announce(what, name string) {
	if isVerbose() {
		announceLock.Lock()
		defer announceLock.Unlock()
		fmt.Printf("=== %s %s\n", what, name)
		announced = name
	}
}

func newState(matchString func(pat, str string) (bool, error)) *testState {
	Init()
	if !flag.Parsed() {
		flag.Parse()
	}
	s := &testState{slots: make(chan struct{}, max(*parallel, 1))}
	s.match = &matcher{matchString, *match, *skip}
	if *timeout > 0 {
		s.deadline = time.Now().Add(*timeout)
	}
	return s
}

// RunTests runs tests, for the main functions of tests.
func RunTests(matchString func(pat, str string) (bool, error), tests []InternalTest) (ok bool) {
	_, ok = runTests(newState(matchString), tests)
	return ok
}

func runTests(state *testState, tests []InternalTest) (ran, ok bool) {
	ok = true
	for range *count {
		root := &T{state: state}
		root.init("", nil)
		for _, test := range tests {
			if root.failed && *failFast {
				break
			}
			root.Run(test.Name, test.F)
		}
		root.runParallel()
		ran = ran || root.ran
		ok = ok && !root.failed
	}
	return ran, ok
}

// InternalExample is an example with the output it must have, for the main functions of tests.
type InternalExample struct {
	Name      string
	F         func()
	Output    string
	Unordered bool
}

// RunExamples runs examples, for the main functions of tests.
func RunExamples(matchString func(pat, str string) (bool, error), examples []InternalExample) (ok bool) {
	state := newState(matchString)
	ok = true
	for _, example := range examples {
		if state.match.wants(example.Name) {
			ok = runExample(example) && ok
		}
	}
	return ok
}

func runExample(example InternalExample) (ok bool) {
	if isVerbose() {
		fmt.Printf("=== RUN   %s\n", example.Name)
	}
	stdout := os.Stdout
	r, w, err := os.Pipe()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Stdout = w
	printed := make(chan string)
	go func() {
		text, _ := io.ReadAll(r)
		r.Close()
		printed <- string(text)
	}()
	start := time.Now()
	finished := false
	defer func() {
		w.Close()
		got := <-printed
		os.Stdout = stdout
		time := dots(time.Since(start))
		if e := recover(); e != nil || !finished {
			fmt.Printf("--- FAIL: %s %s\n%s", example.Name, time, got)
			if e == nil {
				e = "example called runtime.Goexit"
			}
			panic(e)
		}
		got, want := strings.TrimSpace(got), strings.TrimSpace(example.Output)
		what := "want"
		same := got == want
		if example.Unordered {
			what = "want (unordered)"
			same = sortedLines(got) == sortedLines(want)
		}
		if !same {
			fmt.Printf("--- FAIL: %s %s\ngot:\n%s\n%s:\n%s\n", example.Name, time, got, what, want)
		} else if isVerbose() {
			fmt.Printf("--- PASS: %s %s\n", example.Name, time)
		}
		ok = same
	}()
	example.F()
	finished = true
	return
}

func sortedLines(text string) string {
	lines := strings.Split(text, "\n")
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// F is given to fuzz tests. In gorun they run with the inputs that Add gives; no others are made
// up.
type F struct {
	common
	inputs [][]any
	state  *testState
}

// InternalFuzzTarget is a fuzz test with its name, for the main functions of tests.
type InternalFuzzTarget struct {
	Name string
	Fn   func(f *F)
}

// Add adds an input, whose types are those of the function given to Fuzz after its *T.
func (f *F) Add(args ...any) { f.inputs = append(f.inputs, args) }

// Fail marks the test as failed; it goes on. Inside the function given to Fuzz it is an error.
func (f *F) Fail() { f.common.Fail() }

// Skipped reports whether the test was skipped.
func (f *F) Skipped() bool { return f.common.Skipped() }

// Helper makes messages name the line that called this function rather than one inside.
func (f *F) Helper() { f.common.Helper() }

// Fuzz calls ff, a function whose first parameter is a *T, with each input, as a subtest.
func (f *F) Fuzz(ff any) {
	fn := reflect.ValueOf(ff)
	if fn.Kind() != reflect.Func || fn.Type().NumIn() < 2 {
		panic("testing: F.Fuzz must receive a function with at least two arguments")
	}
	t := &T{state: f.state}
	t.common.init(f.name, f.parent)
	t.level = f.level
	for i, input := range f.inputs {
		t.Run(fmt.Sprintf("seed#%d", i), func(t *T) {
			args := []reflect.Value{reflect.ValueOf(t)}
			for _, a := range input {
				args = append(args, reflect.ValueOf(a))
			}
			fn.Call(args)
		})
	}
	t.runParallel()
	if t.failed {
		f.Fail()
	}
	f.output = append(f.output, t.output...)
}

func runFuzzTargets(state *testState, targets []InternalFuzzTarget) (ok bool) {
	var tests []InternalTest
	for _, target := range targets {
		tests = append(tests, InternalTest{target.Name, func(t *T) {
			f := &F{state: state}
			f.common.init(t.name, t.parent)
			f.level = t.level
			target.Fn(f)
			f.runCleanups()
			if f.failed {
				t.Fail()
			}
			t.output = append(t.output, f.output...)
		}})
	}
	_, ok = runTests(state, tests)
	return ok
}

// testDeps is what a test's main function knows.
type testDeps interface {
	MatchString(pat, str string) (bool, error)
}

// M is given to TestMain.
type M struct {
	deps       testDeps
	tests      []InternalTest
	benchmarks []InternalBenchmark
	fuzz       []InternalFuzzTarget
	examples   []InternalExample
}

// MainStart is for the main functions of tests.
func MainStart(deps testDeps, tests []InternalTest, benchmarks []InternalBenchmark, fuzzTargets []InternalFuzzTarget, examples []InternalExample) *M {
	inTest = true
	Init()
	return &M{deps, tests, benchmarks, fuzzTargets, examples}
}

// Run runs the tests and returns the status with which the program should end.
//
//	func TestMain(m *testing.M) {
//		setUp()
//		code := m.Run()
//		tearDown()
//		os.Exit(code)
//	}
func (m *M) Run() (code int) {
	state := newState(m.deps.MatchString)
	if *listMatch != "" {
		m.list()
		return 0
	}
	if *timeout > 0 {
		timer := time.AfterFunc(*timeout, func() {
			debug.SetTraceback("all")
			panic(fmt.Sprintf("test timed out after %v", *timeout))
		})
		defer timer.Stop()
	}
	ran, ok := runTests(state, m.tests)
	fuzzOK := runFuzzTargets(state, m.fuzz)
	examplesOK := RunExamples(m.deps.MatchString, m.examples)
	if !ran && len(m.examples) == 0 && len(m.fuzz) == 0 && *benchMatch == "" && *match != "" {
		fmt.Fprintln(os.Stderr, "testing: warning: no tests to run")
	}
	if !ok || !fuzzOK || !examplesOK {
		fmt.Println("FAIL")
		return 1
	}
	if !runBenchmarks(m.deps.MatchString, m.benchmarks) {
		fmt.Println("FAIL")
		return 1
	}
	fmt.Println("PASS")
	return 0
}

func (m *M) list() {
	show := func(name string) {
		if ok, _ := m.deps.MatchString(*listMatch, name); ok {
			fmt.Println(name)
		}
	}
	for _, t := range m.tests {
		show(t.Name)
	}
	for _, b := range m.benchmarks {
		show(b.Name)
	}
	for _, f := range m.fuzz {
		show(f.Name)
	}
	for _, e := range m.examples {
		show(e.Name)
	}
}

type matchDeps func(pat, str string) (bool, error)

func (f matchDeps) MatchString(pat, str string) (bool, error) { return f(pat, str) }

// Main runs all tests and ends the program, for the main functions of tests.
func Main(matchString func(pat, str string) (bool, error), tests []InternalTest, benchmarks []InternalBenchmark, examples []InternalExample) {
	os.Exit(MainStart(matchDeps(matchString), tests, benchmarks, nil, examples).Run())
}

// maxProcs is the number of goroutines that run at once.
func maxProcs() int { return runtime.GOMAXPROCS(0) }
