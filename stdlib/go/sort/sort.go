// Package sort sorts slices and collections.
package sort

import "internal/rtype"

// Interface is a collection that can be sorted by index.
type Interface interface {
	Len() int
	Less(i, j int) bool
	Swap(i, j int)
}

// Sort sorts data; equal elements may change their order.
func Sort(data Interface) {
	n := data.Len()
	if n <= 1 {
		return
	}
	ordering{data.Less, data.Swap}.sort(0, n, sortLimit(n))
}

// Stable sorts data and keeps the order of equal elements.
func Stable(data Interface) {
	ordering{data.Less, data.Swap}.stable(data.Len())
}

// IsSorted reports whether data is sorted.
func IsSorted(data Interface) bool {
	for i := data.Len() - 1; i > 0; i-- {
		if data.Less(i, i-1) {
			return false
		}
	}
	return true
}

type reverse struct{ Interface }

func (r reverse) Less(i, j int) bool { return r.Interface.Less(j, i) }

// Reverse returns data with the opposite order.
func Reverse(data Interface) Interface { return &reverse{data} }

// Slice sorts the slice x by less; equal elements may change their order.
func Slice(x any, less func(i, j int) bool) {
	base, size, n := sliceParts(x)
	if n < 0 {
		panic(&valueError{"Swapper", x})
	}
	if n <= 1 {
		return
	}
	ordering{less, func(i, j int) { swapElems(base, size, i, j) }}.sort(0, n, sortLimit(n))
}

// SliceStable sorts the slice x by less and keeps the order of equal elements.
func SliceStable(x any, less func(i, j int) bool) {
	base, size, n := sliceParts(x)
	if n < 0 {
		panic(&valueError{"Swapper", x})
	}
	ordering{less, func(i, j int) { swapElems(base, size, i, j) }}.stable(n)
}

// SliceIsSorted reports whether the slice x is sorted by less.
func SliceIsSorted(x any, less func(i, j int) bool) bool {
	_, _, n := sliceParts(x)
	if n < 0 {
		panic(&valueError{"reflect.Value.Len", x})
	}
	for i := n - 1; i > 0; i-- {
		if less(i, i-1) {
			return false
		}
	}
	return true
}

// valueError is the panic value for something that is not a slice.
type valueError struct {
	method string
	value  any
}

func (e *valueError) Error() string {
	kinds := [...]string{"invalid", "bool", "int", "int8", "int16", "int32", "int64", "uint", "uint8",
		"uint16", "uint32", "uint64", "uintptr", "float32", "float64", "complex64", "complex128",
		"array", "chan", "func", "interface", "map", "ptr", "slice", "string", "struct", "unsafe.Pointer"}
	kind := "zero"
	if t := rtype.Of(e.value); t != nil {
		kind = kinds[t.Kind]
	}
	return "reflect: call of " + e.method + " on " + kind + " Value"
}

type (
	// IntSlice is a []int with the methods of Interface.
	IntSlice []int
	// Float64Slice is a []float64 with the methods of Interface; NaNs come first.
	Float64Slice []float64
	// StringSlice is a []string with the methods of Interface.
	StringSlice []string
)

func (x IntSlice) Len() int           { return len(x) }
func (x IntSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x IntSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }
func (x IntSlice) Sort()              { Ints(x) }

func (x Float64Slice) Len() int { return len(x) }
func (x Float64Slice) Less(i, j int) bool {
	return x[i] < x[j] || x[i] != x[i] && x[j] == x[j]
}
func (x Float64Slice) Swap(i, j int) { x[i], x[j] = x[j], x[i] }
func (x Float64Slice) Sort()         { Float64s(x) }

func (x StringSlice) Len() int           { return len(x) }
func (x StringSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x StringSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }
func (x StringSlice) Sort()              { Strings(x) }

// IntsAreSorted reports whether x is sorted.
func IntsAreSorted(x []int) bool { return IsSorted(IntSlice(x)) }

// Float64sAreSorted reports whether x is sorted, NaNs first.
func Float64sAreSorted(x []float64) bool { return IsSorted(Float64Slice(x)) }

// StringsAreSorted reports whether x is sorted.
func StringsAreSorted(x []string) bool { return IsSorted(StringSlice(x)) }
