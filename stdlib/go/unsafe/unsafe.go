// Package unsafe steps outside of Go's rules about types: it looks at values as at memory. What it
// does the compiler does; this file only describes it. Programs hardly ever need it, and with it they
// can break in ways that Go otherwise excludes.
//
//	f := 1.5
//	bits := *(*uint64)(unsafe.Pointer(&f)) // as math.Float64bits(f)
package unsafe

// ArbitraryType stands for any type.
type ArbitraryType int

// IntegerType stands for any integer type.
type IntegerType int

// Pointer is a pointer to anything. Any pointer can be converted to it and it to any pointer, and to
// and from uintptr. A uintptr is a number that keeps nothing alive, so the way to a number and back
// belongs into one expression; Add is better.
type Pointer *ArbitraryType

// Sizeof returns how many bytes a value of x's type takes, without what it points to: 16 for a string
// and 24 for a slice. It is a constant for most types; x is not evaluated.
func Sizeof(x ArbitraryType) uintptr

// Offsetof returns how many bytes the field that x selects, as in s.f, lies behind the struct's
// beginning. It is a constant for most types; x is not evaluated.
func Offsetof(x ArbitraryType) uintptr

// Alignof returns of which number the addresses of variables of x's type are multiples. It is a
// constant for most types; x is not evaluated.
func Alignof(x ArbitraryType) uintptr

// Add returns the pointer len bytes further.
func Add(ptr Pointer, len IntegerType) Pointer

// Slice returns the slice of the len values from the one on that ptr points to. It panics if len is
// negative or ptr is nil and len is not 0.
func Slice(ptr *ArbitraryType, len IntegerType) []ArbitraryType

// SliceData returns a pointer to the slice's array; nil for nil. For a slice without capacity it
// points nowhere in particular.
func SliceData(slice []ArbitraryType) *ArbitraryType

// String returns the string of the len bytes from ptr on, which must not change any more. It panics as
// Slice does.
func String(ptr *byte, len IntegerType) string

// StringData returns a pointer to the string's bytes, which must not be changed. For "" it points
// nowhere in particular.
func StringData(str string) *byte
