// Package pprof has the profiles that programs write. Nothing is sampled here: profiles of the processor, of memory,
// locks and blocking are empty; that of goroutines, with debug=1 or 2, shows their stacks, and a program's own
// profiles have what it added.
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

// A Profile is a collection of stacks.
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

// NewProfile makes a profile of the program's own.
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

// Lookup returns the profile of that name, or nil.
func Lookup(name string) *Profile {
	mu.Lock()
	defer mu.Unlock()
	return profiles[name]
}

// Profiles are all profiles, sorted by name.
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

func (p *Profile) Name() string { return p.name }

// Count is the number of stacks.
func (p *Profile) Count() int {
	if p.name == "goroutine" {
		return runtime.NumGoroutine()
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.values)
}

// Add adds the current stack for value.
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

// Remove takes the stack of value out.
func (p *Profile) Remove(value any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.values, value)
}

// WriteTo writes the profile as text. Without debug there is nothing to write.
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

// StartCPUProfile only notes that profiling is on.
func StartCPUProfile(w io.Writer) error {
	mu.Lock()
	defer mu.Unlock()
	if profiling {
		return errors.New("cpu profiling already in use")
	}
	profiling = true
	return nil
}

func StopCPUProfile() {
	mu.Lock()
	defer mu.Unlock()
	profiling = false
}

// A LabelSet is a set of labels.
type LabelSet struct{ list []string }

type labelsKey struct{}

// Labels makes a set of keys and values, which alternate.
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

// WithLabels adds labels to a context.
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

// Label is the value of a label.
func Label(ctx context.Context, key string) (string, bool) {
	v, ok := labelsOf(ctx)[key]
	return v, ok
}

// ForLabels calls f with each label, in order, until it returns false.
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

// SetGoroutineLabels does nothing: no profile shows labels.
func SetGoroutineLabels(ctx context.Context) {}

// Do calls f with more labels.
func Do(ctx context.Context, labels LabelSet, f func(context.Context)) { f(WithLabels(ctx, labels)) }
