// Package cmp compares values that have an order.
//
//	slices.SortFunc(people, func(a, b Person) int {
//		return cmp.Or(cmp.Compare(a.Age, b.Age), cmp.Compare(a.Name, b.Name))
//	})
package cmp

// Ordered has the types with the operators <, <=, > and >=: integers, floating-point numbers and
// strings.
type Ordered interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 |
		~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr |
		~float32 | ~float64 | ~string
}

// Less reports whether x < y. NaN is less than all other numbers.
func Less[T Ordered](x, y T) bool { return x < y || x != x && y == y }

// Compare returns -1, 0 or +1 as x is less than, equal to or greater than y. NaN equals NaN and is
// less than all other numbers.
func Compare[T Ordered](x, y T) int {
	switch {
	case x < y:
		return -1
	case x > y:
		return +1
	case x == y:
		return 0
	case x == x:
		return +1
	case y == y:
		return -1
	}
	return 0
}

// Or returns the first of vals that is not zero, or zero. It helps to compare by several fields,
// and to give defaults: cmp.Or(name, "anonymous").
func Or[T comparable](vals ...T) T {
	var zero T
	for _, v := range vals {
		if v != zero {
			return v
		}
	}
	return zero
}
