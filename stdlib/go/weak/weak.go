// Package weak has pointers that don't keep what they point to alive, for caches and the like.
package weak

import "unsafe"

// Pointer points to a value of type T without keeping it alive. Those made of equal pointers are
// equal. The zero value stands for nil.
type Pointer[T any] struct {
	_      [0]*T
	handle unsafe.Pointer
}

// Make returns a weak pointer to what ptr points to.
func Make[T any](ptr *T) Pointer[T] {
	if ptr == nil {
		return Pointer[T]{}
	}
	return Pointer[T]{handle: handle(unsafe.Pointer(ptr))}
}

// Value returns the pointer that p was made of, nil if the object has been collected or p is zero.
func (p Pointer[T]) Value() *T { return (*T)(pointer(p.handle)) }

// handle is an object that stands for p, the same one for as long as the value lives.
func handle(p unsafe.Pointer) unsafe.Pointer

// pointer is what the handle stands for; nil when the value is gone.
func pointer(handle unsafe.Pointer) unsafe.Pointer
