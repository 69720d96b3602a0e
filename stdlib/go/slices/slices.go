// Package slices has functions for slices of any element type.
//
//	s := []int{3, 1, 2}
//	slices.Sort(s)                                    // [1 2 3]
//	i, found := slices.BinarySearch(s, 2)             // 1 true
//	s = slices.Insert(s, 1, 7, 8)                     // [1 7 8 2 3]
//	s = slices.Delete(s, 0, 2)                        // [8 2 3]
//	fmt.Println(slices.Max(s), slices.Contains(s, 5)) // 8 false
//
// Functions that return a slice of another length may reuse the memory of their argument: use only
// the result afterwards, as with append.
package slices

import (
	"cmp"
	"unsafe"
)

// Equal reports whether both slices have the same length and equal elements. nil equals an empty
// slice; NaN equals nothing.
func Equal[S ~[]E, E comparable](s1, s2 S) bool {
	if len(s1) != len(s2) {
		return false
	}
	for i, v := range s1 {
		if v != s2[i] {
			return false
		}
	}
	return true
}

// EqualFunc is Equal with eq to compare elements.
func EqualFunc[S1 ~[]E1, S2 ~[]E2, E1, E2 any](s1 S1, s2 S2, eq func(E1, E2) bool) bool {
	if len(s1) != len(s2) {
		return false
	}
	for i, v := range s1 {
		if !eq(v, s2[i]) {
			return false
		}
	}
	return true
}

// Compare compares the slices element by element and returns -1, 0 or +1. If one is the beginning
// of the other, the shorter is less.
func Compare[S ~[]E, E cmp.Ordered](s1, s2 S) int {
	for i, v := range s1 {
		if i >= len(s2) {
			return +1
		}
		if c := cmp.Compare(v, s2[i]); c != 0 {
			return c
		}
	}
	if len(s1) < len(s2) {
		return -1
	}
	return 0
}

// CompareFunc is Compare with cmp to compare elements.
func CompareFunc[S1 ~[]E1, S2 ~[]E2, E1, E2 any](s1 S1, s2 S2, cmp func(E1, E2) int) int {
	for i, v := range s1 {
		if i >= len(s2) {
			return +1
		}
		if c := cmp(v, s2[i]); c != 0 {
			return c
		}
	}
	if len(s1) < len(s2) {
		return -1
	}
	return 0
}

// Index returns the index of the first v in s, or -1.
func Index[S ~[]E, E comparable](s S, v E) int {
	for i := range s {
		if s[i] == v {
			return i
		}
	}
	return -1
}

// IndexFunc returns the index of the first element for which f is true, or -1.
//
//	i := slices.IndexFunc(people, func(p Person) bool { return p.Age > 40 })
func IndexFunc[S ~[]E, E any](s S, f func(E) bool) int {
	for i := range s {
		if f(s[i]) {
			return i
		}
	}
	return -1
}

// Contains reports whether v is in s.
func Contains[S ~[]E, E comparable](s S, v E) bool { return Index(s, v) >= 0 }

// ContainsFunc reports whether f is true for an element of s.
func ContainsFunc[S ~[]E, E any](s S, f func(E) bool) bool { return IndexFunc(s, f) >= 0 }

// overlaps reports whether v lies in the memory of s.
func overlaps[E any](s, v []E) bool {
	size := unsafe.Sizeof(*new(E))
	if len(s) == 0 || len(v) == 0 || size == 0 {
		return false
	}
	s0, v0 := uintptr(unsafe.Pointer(&s[0])), uintptr(unsafe.Pointer(&v[0]))
	return s0 < v0+uintptr(len(v))*size && v0 < s0+uintptr(len(s))*size
}

// Insert puts the values v before s[i] and returns the longer slice; i may be len(s). It panics if
// i is out of range.
func Insert[S ~[]E, E any](s S, i int, v ...E) S {
	_ = s[i:]
	return Replace(s, i, i, v...)
}

// Delete takes s[i:j] out and returns the shorter slice. What is left over behind its end is set to
// zero. It panics if i and j are out of range.
func Delete[S ~[]E, E any](s S, i, j int) S {
	_ = s[i:j:len(s)]
	if i == j {
		return s
	}
	kept := append(s[:i], s[j:]...)
	clear(s[len(kept):])
	return kept
}

// DeleteFunc takes the elements out for which del is true and returns the shorter slice. What is
// left over behind its end is set to zero.
//
//	s = slices.DeleteFunc(s, func(n int) bool { return n%2 == 0 })
func DeleteFunc[S ~[]E, E any](s S, del func(E) bool) S {
	i := IndexFunc(s, del)
	if i < 0 {
		return s
	}
	for _, v := range s[i+1:] {
		if !del(v) {
			s[i] = v
			i++
		}
	}
	clear(s[i:])
	return s[:i]
}

// Replace puts the values v in place of s[i:j] and returns the slice. It panics if i and j are out
// of range.
func Replace[S ~[]E, E any](s S, i, j int, v ...E) S {
	_, _ = s[i:j], s[j:]
	if len(v) == 0 && i == j {
		return s
	}
	n := i + len(v) + len(s[j:])
	if n > cap(s) {
		grown := append(s[:i], make(S, n-i)...)
		copy(grown[i:], v)
		copy(grown[i+len(v):], s[j:])
		return grown
	}
	if i+len(v) != j && overlaps(s[:n], v) {
		v = append([]E(nil), v...)
	}
	r := s[:n]
	copy(r[i+len(v):], s[j:])
	copy(r[i:], v)
	if n < len(s) {
		clear(s[n:])
	}
	return r
}

// Clone returns a copy of s with the same elements, nil for nil. What elements point to is not
// copied.
func Clone[S ~[]E, E any](s S) S { return append(s[:0:0], s...) }

// Compact keeps one of each run of equal elements and returns the shorter slice. Sort first to get
// rid of all duplicates. What is left over behind its end is set to zero.
func Compact[S ~[]E, E comparable](s S) S {
	if len(s) < 2 {
		return s
	}
	n := 1
	for i := 1; i < len(s); i++ {
		if s[i] != s[i-1] {
			if n != i {
				s[n] = s[i]
			}
			n++
		}
	}
	clear(s[n:])
	return s[:n]
}

// CompactFunc is Compact with eq to compare elements. The first of equal ones is kept.
func CompactFunc[S ~[]E, E any](s S, eq func(E, E) bool) S {
	if len(s) < 2 {
		return s
	}
	n := 1
	for i := 1; i < len(s); i++ {
		if !eq(s[i], s[i-1]) {
			s[n] = s[i]
			n++
		}
	}
	clear(s[n:])
	return s[:n]
}

// Grow makes room for n more elements, so that appending them needs no new memory. It panics if n
// is negative.
func Grow[S ~[]E, E any](s S, n int) S {
	if n < 0 {
		panic("cannot be negative")
	}
	if n -= cap(s) - len(s); n > 0 {
		s = append(s[:cap(s)], make([]E, n)...)[:len(s)]
	}
	return s
}

// Clip drops the unused capacity: s[:len(s):len(s)]. An append to the result makes a new array.
func Clip[S ~[]E, E any](s S) S { return s[:len(s):len(s)] }

// Reverse turns the order of s around, in place.
func Reverse[S ~[]E, E any](s S) {
	for i, j := 0, len(s)-1; i < j; i, j = i+1, j-1 {
		s[i], s[j] = s[j], s[i]
	}
}

// Concat returns a new slice with the elements of all slices.
func Concat[S ~[]E, E any](slices ...S) S {
	size := 0
	for _, s := range slices {
		size += len(s)
		if size < 0 {
			panic("len out of range")
		}
	}
	out := Grow[S](nil, size)
	for _, s := range slices {
		out = append(out, s...)
	}
	return out
}

// Repeat returns a new slice with the elements of x count times in a row. It panics if count is
// negative.
func Repeat[S ~[]E, E any](x S, count int) S {
	if count < 0 {
		panic("cannot be negative")
	}
	if len(x) > 0 && count > (1<<63-1)/len(x) {
		panic("the result of (len(x) * count) overflows")
	}
	out := make(S, len(x)*count)
	for n := copy(out, x); n < len(out); n *= 2 {
		copy(out[n:], out[:n])
	}
	return out
}
