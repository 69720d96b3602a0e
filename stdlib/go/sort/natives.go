package sort

import "unsafe"

// sliceParts: base, element size and length of the slice in x; n is -1 if x is not a slice.
func sliceParts(x any) (base unsafe.Pointer, size uintptr, n int)

// swapElems: swaps elements i and j (in range) of size bytes at base (fast for sizes 8, 16, 24).
func swapElems(base unsafe.Pointer, size uintptr, i, j int)

// Ints sorts x in ascending order, in place.
func Ints(x []int)

// Strings sorts x in ascending order byte by byte, in place.
func Strings(x []string)

// Float64s sorts x in ascending order, in place. NaNs come first.
func Float64s(x []float64)
