package sort

import "unsafe"

// sliceParts: base, element size and length of the slice in x; n is -1 if x is not a slice.
func sliceParts(x any) (base unsafe.Pointer, size uintptr, n int)

// swapElems: swaps elements i and j (in range) of size bytes at base (fast for sizes 8, 16, 24).
func swapElems(base unsafe.Pointer, size uintptr, i, j int)

// Ints: ascending, in place.
func Ints(x []int)

// Strings: ascending bytewise, in place.
func Strings(x []string)

// Float64s: ascending, NaNs first, in place.
func Float64s(x []float64)
