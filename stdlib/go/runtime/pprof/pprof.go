// Package pprof writes profiles. In gorun nothing is sampled: only the goroutine profile with
// debug=2 and the program's own profiles have contents.
package pprof

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// Profile is a collection of stacks, each with a value of the program's. Goroutines may share it.
type Profile struct {
	name   string
	mu     sync.Mutex
	values map[any][]uintptr
	custom bool
}

var (
	mu       sync.Mutex
	profiles = map[string]*Profile{}
)

func init() {
	for _, name := range []string{"goroutine", "threadcreate", "heap", "allocs", "block", "mutex"} {
		profiles[name] = &Profile{name: name}
	}
}

// NewProfile makes a profile of the program's own. It panics if the name is empty or taken.
func NewProfile(name string) *Profile {
	mu.Lock()
	defer mu.Unlock()
	if name == "" {
		panic("pprof: NewProfile with empty name")
	}
	if profiles[name] != nil {
		panic("pprof: NewProfile name already in use: " + name)
	}
	p := &Profile{name: name, values: map[any][]uintptr{}, custom: true}
	profiles[name] = p
	return p
}

// Lookup returns the profile of that name, such as "goroutine" or "heap"; nil if there is none.
func Lookup(name string) *Profile {
	mu.Lock()
	defer mu.Unlock()
	return profiles[name]
}

// Profiles returns all profiles, sorted by name.
func Profiles() []*Profile {
	mu.Lock()
	defer mu.Unlock()
	var all []*Profile
	for _, p := range profiles {
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b *Profile) int { return strings.Compare(a.name, b.name) })
	return all
}

// Name returns the profile's name.
func (p *Profile) Name() string { return p.name }

// Count returns the number of stacks.
func (p *Profile) Count() int {
	if p.name == "goroutine" {
		return runtime.NumGoroutine()
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.values)
}

// Add adds the present stack, without its skip innermost calls, for value. It panics if value has
// one already.
func (p *Profile) Add(value any, skip int) {
	if !p.custom {
		panic("pprof: Add called on built-in Profile")
	}
	pcs := make([]uintptr, 32)
	pcs = pcs[:runtime.Callers(skip+1, pcs)]
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.values[value] != nil {
		panic("pprof: Profile.Add of duplicate value")
	}
	p.values[value] = pcs
}

// Remove takes the stack for value out.
func (p *Profile) Remove(value any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.values, value)
}

// WriteTo writes the profile as text if debug is more than 0. gorun has no binary form and writes
// nothing for 0.
func (p *Profile) WriteTo(w io.Writer, debug int) error {
	if p.name == "goroutine" && debug >= 2 {
		buf := make([]byte, 1<<16)
		for {
			n := runtime.Stack(buf, true)
			if n < len(buf) {
				_, err := w.Write(buf[:n])
				return err
			}
			buf = make([]byte, 2*len(buf))
		}
	}
	if debug == 0 {
		return nil
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s profile: total %d\n", p.name, p.Count())
	p.mu.Lock()
	for _, pcs := range p.values {
		b.WriteString("1 @")
		for _, pc := range pcs {
			fmt.Fprintf(&b, " %#x", pc)
		}
		b.WriteString("\n")
		frames := runtime.CallersFrames(pcs)
		for {
			frame, more := frames.Next()
			fmt.Fprintf(&b, "#\t%#x\t%s\t%s:%d\n", frame.PC, frame.Function, frame.File, frame.Line)
			if !more {
				break
			}
		}
		b.WriteString("\n")
	}
	p.mu.Unlock()
	_, err := io.WriteString(w, b.String())
	return err
}

// WriteHeapProfile is Lookup("heap").WriteTo(w, 0).
func WriteHeapProfile(w io.Writer) error { return Lookup("heap").WriteTo(w, 0) }

var profiling bool

// StartCPUProfile turns the profile of the processor on; an error if it is on. In gorun nothing is
// sampled.
func StartCPUProfile(w io.Writer) error {
	mu.Lock()
	defer mu.Unlock()
	if profiling {
		return errors.New("cpu profiling already in use")
	}
	profiling = true
	return nil
}

// StopCPUProfile turns the profile of the processor off.
func StopCPUProfile() {
	mu.Lock()
	defer mu.Unlock()
	profiling = false
}

// LabelSet is a set of labels.
type LabelSet struct{ list []string }

type labelsKey struct{}

// Labels makes a set of labels from keys and values, which alternate. It panics if their number is
// odd.
func Labels(args ...string) LabelSet {
	if len(args)%2 != 0 {
		panic("uneven number of arguments to pprof.Labels")
	}
	return LabelSet{args}
}

func labelsOf(ctx context.Context) map[string]string {
	m, _ := ctx.Value(labelsKey{}).(map[string]string)
	return m
}

// WithLabels derives a context with more labels.
func WithLabels(ctx context.Context, labels LabelSet) context.Context {
	m := map[string]string{}
	for k, v := range labelsOf(ctx) {
		m[k] = v
	}
	for i := 0; i < len(labels.list); i += 2 {
		m[labels.list[i]] = labels.list[i+1]
	}
	return context.WithValue(ctx, labelsKey{}, m)
}

// Label returns the value of a context's label, and whether there is one.
func Label(ctx context.Context, key string) (string, bool) {
	v, ok := labelsOf(ctx)[key]
	return v, ok
}

// ForLabels calls f with each label of a context until it returns false.
func ForLabels(ctx context.Context, f func(key, value string) bool) {
	m := labelsOf(ctx)
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		if !f(k, m[k]) {
			return
		}
	}
}

// SetGoroutineLabels gives the goroutine the labels of ctx. In gorun no profile shows them.
func SetGoroutineLabels(ctx context.Context) {}

// Do calls f with a context that has more labels.
func Do(ctx context.Context, labels LabelSet, f func(context.Context)) { f(WithLabels(ctx, labels)) }
