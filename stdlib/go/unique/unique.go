// Package unique makes values that are quick to compare: handles.
package unique

import (
	"runtime"
	"strings"
	"sync"
	"weak"
)

// Handle stands for a value: two handles are equal just when their values are. Goroutines may share
// it.
type Handle[T comparable] struct {
	value *T
}

// Value returns a copy of the value that the handle was made of.
func (h Handle[T]) Value() T { return *h.value }

// A key keeps equal values of different types apart.
type key[T comparable] struct{ value T }

var (
	lock sync.Mutex
	// entries has a weak.Pointer[T] for each key[T].
	entries = map[any]any{}
)

// Make returns the handle of value; equal values have the same one. The value is kept as long as a
// handle is.
func Make[T comparable](value T) Handle[T] {
	lock.Lock()
	defer lock.Unlock()
	if w, ok := entries[key[T]{value}].(weak.Pointer[T]); ok {
		if p := w.Value(); p != nil {
			return Handle[T]{p}
		}
	}
	if s, ok := any(&value).(*string); ok {
		*s = strings.Clone(*s)
	}
	p := new(T)
	*p = value
	if value != value {
		return Handle[T]{p}
	}
	w := weak.Make(p)
	k := key[T]{value}
	entries[k] = w
	runtime.AddCleanup(p, func(k key[T]) {
		lock.Lock()
		defer lock.Unlock()
		if entries[k] == any(w) {
			delete(entries, k)
		}
	}, k)
	return Handle[T]{p}
}
