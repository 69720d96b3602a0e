// Package weak has pointers that do not keep what they point to alive.
package weak

import "unsafe"

// A Pointer refers to a value of type T without keeping it alive. Pointers made of equal pointers are equal.
type Pointer[T any] struct {
	_      [0]*T
	handle unsafe.Pointer
}

// Make makes a weak pointer of ptr.
func Make[T any](ptr *T) Pointer[T] {
	if ptr == nil {
		return Pointer[T]{}
	}
	return Pointer[T]{handle: handle(unsafe.Pointer(ptr))}
}

// Value returns the pointer that p was made of, or nil if nothing else referred to the value any more.
func (p Pointer[T]) Value() *T { return (*T)(pointer(p.handle)) }

// handle is an object that stands for p, the same one for as long as the value lives.
func handle(p unsafe.Pointer) unsafe.Pointer

// pointer is what the handle stands for; nil when the value is gone.
func pointer(handle unsafe.Pointer) unsafe.Pointer
