// Package sort sorts slices and other collections. For slices, package slices is simpler and
// faster.
//
//	sort.Slice(people, func(i, j int) bool { return people[i].Age < people[j].Age })
//	i := sort.Search(100, func(i int) bool { return i*i >= 50 }) // 8
package sort

import "internal/rtype"

// Interface is a collection that Sort can sort.
type Interface interface {
	Len() int           // the number of elements
	Less(i, j int) bool // whether element i must come before element j
	Swap(i, j int)      // lets two elements change places
}

// Sort sorts data in place, with about n log n comparisons. Equal elements may change places; see
// Stable.
func Sort(data Interface) {
	n := data.Len()
	if n <= 1 {
		return
	}
	ordering{data.Less, data.Swap}.sort(0, n, sortLimit(n))
}

// Stable sorts data in place and keeps equal elements in their order. It is slower than Sort.
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

// Reverse returns data with Less turned around: sort.Sort(sort.Reverse(x)) sorts x in descending
// order.
func Reverse(data Interface) Interface { return &reverse{data} }

// Slice sorts the slice x in place; less reports whether element i must come before element j.
// Equal elements may change places. It panics if x is no slice. slices.SortFunc is faster.
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

// SliceStable is Slice that keeps equal elements in their order.
func SliceStable(x any, less func(i, j int) bool) {
	base, size, n := sliceParts(x)
	if n < 0 {
		panic(&valueError{"Swapper", x})
	}
	ordering{less, func(i, j int) { swapElems(base, size, i, j) }}.stable(n)
}

// SliceIsSorted reports whether the slice x is sorted by less. It panics if x is no slice.
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
	// IntSlice makes a []int an Interface.
	IntSlice []int
	// Float64Slice makes a []float64 an Interface. NaNs come first.
	Float64Slice []float64
	// StringSlice makes a []string an Interface.
	StringSlice []string
)

// Len returns the number of elements.
func (x IntSlice) Len() int { return len(x) }

// Less reports whether x[i] < x[j].
func (x IntSlice) Less(i, j int) bool { return x[i] < x[j] }

// Swap lets x[i] and x[j] change places.
func (x IntSlice) Swap(i, j int) { x[i], x[j] = x[j], x[i] }

// Sort sorts x in ascending order, in place.
func (x IntSlice) Sort() { Ints(x) }

// Len returns the number of elements.
func (x Float64Slice) Len() int { return len(x) }

// Less reports whether x[i] < x[j], or x[i] is NaN and x[j] is not.
func (x Float64Slice) Less(i, j int) bool {
	return x[i] < x[j] || x[i] != x[i] && x[j] == x[j]
}

// Swap lets x[i] and x[j] change places.
func (x Float64Slice) Swap(i, j int) { x[i], x[j] = x[j], x[i] }

// Sort sorts x in ascending order, in place.
func (x Float64Slice) Sort() { Float64s(x) }

// Len returns the number of elements.
func (x StringSlice) Len() int { return len(x) }

// Less reports whether x[i] < x[j].
func (x StringSlice) Less(i, j int) bool { return x[i] < x[j] }

// Swap lets x[i] and x[j] change places.
func (x StringSlice) Swap(i, j int) { x[i], x[j] = x[j], x[i] }

// Sort sorts x in ascending order, in place.
func (x StringSlice) Sort() { Strings(x) }

// IntsAreSorted reports whether x is in ascending order.
func IntsAreSorted(x []int) bool { return IsSorted(IntSlice(x)) }

// Float64sAreSorted reports whether x is in ascending order, NaNs first.
func Float64sAreSorted(x []float64) bool { return IsSorted(Float64Slice(x)) }

// StringsAreSorted reports whether x is in ascending order.
func StringsAreSorted(x []string) bool { return IsSorted(StringSlice(x)) }
