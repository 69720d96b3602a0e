package sort

import "unsafe"

// swapElems: swaps elements i and j (i != j, in range) of size bytes at base (fast for sizes 8, 16, 24)
func swapElems(base unsafe.Pointer, size uintptr, i, j int)

// Ints: ascending, in place
func Ints(x []int)

// Strings: ascending bytewise, in place
func Strings(x []string)

// Float64s: ascending, NaNs first, in place
func Float64s(x []float64)
