package slices

import (
	"cmp"
	"unsafe"
)

// Sort sorts x in ascending order, in place. NaNs come first.
func Sort[S ~[]E, E cmp.Ordered](x S) {
	p := unsafe.Pointer(unsafe.SliceData(x))
	var zero E
	switch any(zero).(type) {
	case int:
		sortInts(unsafe.Slice((*int)(p), len(x)))
	case string:
		sortStrings(unsafe.Slice((*string)(p), len(x)))
	case float64:
		sortFloat64s(unsafe.Slice((*float64)(p), len(x)))
	default:
		SortFunc(x, cmp.Compare[E])
	}
}

// SortFunc sorts x in place by cmp, which returns a negative number if a comes before b, a positive
// one if after it, and 0 if that is the same. Elements for which it is 0 may change places; see
// SortStableFunc.
//
//	slices.SortFunc(people, func(a, b Person) int {
//		return cmp.Or(
//			strings.Compare(a.Name, b.Name),
//			cmp.Compare(a.Age, b.Age),
//		)
//	})
func SortFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	limit := 0
	for n := len(x); n > 0; n >>= 1 {
		limit++
	}
	pdqsort([]E(x), 0, len(x), limit, cmp)
}

// SortStableFunc is SortFunc that keeps elements in their order for which cmp is 0.
func SortStableFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	const block = 20
	n := len(x)
	for a := 0; a < n; a += block {
		insertionSort([]E(x), a, min(a+block, n), cmp)
	}
	if n <= block {
		return
	}
	// Merge bottom up through a buffer that holds the left half of each merge.
	buf := make([]E, (n+1)/2+block)
	for size := block; size < n; size *= 2 {
		for a := 0; a+size < n; a += 2 * size {
			m, b := a+size, min(a+2*size, n)
			if cmp(x[m], x[m-1]) >= 0 {
				continue
			}
			if cap(buf) < size {
				buf = make([]E, size)
			}
			left := buf[:copy(buf[:size], x[a:m])]
			out, i, j := a, 0, m
			for i < len(left) && j < b {
				if cmp(x[j], left[i]) < 0 {
					x[out] = x[j]
					j++
				} else {
					x[out] = left[i]
					i++
				}
				out++
			}
			copy(x[out:], left[i:])
		}
	}
}

// IsSorted reports whether x is in ascending order.
func IsSorted[S ~[]E, E cmp.Ordered](x S) bool {
	for i := len(x) - 1; i > 0; i-- {
		if cmp.Less(x[i], x[i-1]) {
			return false
		}
	}
	return true
}

// IsSortedFunc reports whether x is in the order of cmp.
func IsSortedFunc[S ~[]E, E any](x S, cmp func(a, b E) int) bool {
	for i := len(x) - 1; i > 0; i-- {
		if cmp(x[i], x[i-1]) < 0 {
			return false
		}
	}
	return true
}

// Min returns the least element, NaN if there is one. It panics if x is empty.
func Min[S ~[]E, E cmp.Ordered](x S) E {
	if len(x) < 1 {
		panic("slices.Min: empty list")
	}
	m := x[0]
	for _, v := range x[1:] {
		m = min(m, v)
	}
	return m
}

// MinFunc returns the first of the least elements by cmp. It panics if x is empty.
func MinFunc[S ~[]E, E any](x S, cmp func(a, b E) int) E {
	if len(x) < 1 {
		panic("slices.MinFunc: empty list")
	}
	m := x[0]
	for _, v := range x[1:] {
		if cmp(v, m) < 0 {
			m = v
		}
	}
	return m
}

// Max returns the greatest element, NaN if there is one. It panics if x is empty.
func Max[S ~[]E, E cmp.Ordered](x S) E {
	if len(x) < 1 {
		panic("slices.Max: empty list")
	}
	m := x[0]
	for _, v := range x[1:] {
		m = max(m, v)
	}
	return m
}

// MaxFunc returns the first of the greatest elements by cmp. It panics if x is empty.
func MaxFunc[S ~[]E, E any](x S, cmp func(a, b E) int) E {
	if len(x) < 1 {
		panic("slices.MaxFunc: empty list")
	}
	m := x[0]
	for _, v := range x[1:] {
		if cmp(v, m) > 0 {
			m = v
		}
	}
	return m
}

// BinarySearch looks for target in x, which must be sorted. It returns its index and true, or the
// index where it would have to be inserted and false.
func BinarySearch[S ~[]E, E cmp.Ordered](x S, target E) (int, bool) {
	lo, hi := 0, len(x)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if cmp.Less(x[mid], target) {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo, lo < len(x) && (x[lo] == target || x[lo] != x[lo] && target != target)
}

// BinarySearchFunc is BinarySearch in a slice that is sorted by cmp, which compares an element to
// the target.
func BinarySearchFunc[S ~[]E, E, T any](x S, target T, cmp func(E, T) int) (int, bool) {
	lo, hi := 0, len(x)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if cmp(x[mid], target) < 0 {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo, lo < len(x) && cmp(x[lo], target) == 0
}
