// Package event has a bus with typed topics.
package event

import (
	"fmt"
	"sync"
)

var trace []string

func init() { trace = append(trace, "event.1") }

// Note records a step of the program's start.
func Note(step string) bool { trace = append(trace, step); return true }

func Trace() []string { return trace }

// A Topic delivers values of one type.
type Topic[T any] struct {
	mu       sync.Mutex
	name     string
	handlers []func(T)
	history  []T
}

func NewTopic[T any](name string) *Topic[T] { return &Topic[T]{name: name} }

func (t *Topic[T]) Subscribe(f func(T)) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.handlers = append(t.handlers, f)
}

func (t *Topic[T]) Publish(v T) {
	t.mu.Lock()
	handlers := t.handlers
	t.history = append(t.history, v)
	t.mu.Unlock()
	for _, h := range handlers {
		h(v)
	}
}

// All ranges over what was published.
func (t *Topic[T]) All() func(yield func(int, T) bool) {
	return func(yield func(int, T) bool) {
		for i, v := range t.history {
			if !yield(i, v) {
				return
			}
		}
	}
}

func (t *Topic[T]) String() string { return fmt.Sprintf("%s[%T]x%d", t.name, *new(T), len(t.history)) }

// sealed is implemented in this package only.
type Sealed interface {
	Kind() string
	sealed()
}

type Base struct{ Seq int }

func (b Base) sealed() {}

type marker struct{ Base }

func (marker) Kind() string { return "marker" }

func Marker(n int) Sealed { return marker{Base{n}} }

func IsSealed(x any) bool { _, ok := x.(interface{ sealed() }); return ok }
