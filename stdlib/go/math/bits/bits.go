// Package bits counts, moves and calculates with the bits of unsigned integers. Functions without a
// number in their names are for uint, which has 64 bits.
package bits

// UintSize is the size of a uint in bits.
const UintSize = 64

// overflow is a run-time error, as those of the language's own divisions.
type overflow struct{}

func (overflow) Error() string { return "runtime error: integer overflow" }
func (overflow) RuntimeError() {}

// Div64 divides the number with the halves hi and lo by y and returns quotient and remainder. It
// panics if y is 0 or the quotient has more than 64 bits, that is if y <= hi.
func Div64(hi, lo, y uint64) (quo, rem uint64) {
	if y <= hi {
		_ = hi / y
		panic(overflow{})
	}
	return div64(hi, lo, y)
}

// Div divides the number with the halves hi and lo by y and returns quotient and remainder. It
// panics if y is 0 or the quotient has more than 64 bits, that is if y <= hi.
func Div(hi, lo, y uint) (quo, rem uint) {
	q, r := Div64(uint64(hi), uint64(lo), uint64(y))
	return uint(q), uint(r)
}

// Div32 divides the number with the halves hi and lo by y and returns quotient and remainder. It
// panics if y is 0 or the quotient has more than 32 bits, that is if y <= hi.
func Div32(hi, lo, y uint32) (quo, rem uint32) {
	if y <= hi {
		_ = hi / y
		panic(overflow{})
	}
	z := uint64(hi)<<32 | uint64(lo)
	return uint32(z / uint64(y)), uint32(z % uint64(y))
}

// Rem64 returns the remainder of the number with the halves hi and lo divided by y. It panics only
// if y is 0.
func Rem64(hi, lo, y uint64) uint64 {
	_, rem := div64(hi%y, lo, y)
	return rem
}

// Rem returns the remainder of the number with the halves hi and lo divided by y. It panics only if
// y is 0.
func Rem(hi, lo, y uint) uint { return uint(Rem64(uint64(hi), uint64(lo), uint64(y))) }

// Rem32 returns the remainder of the number with the halves hi and lo divided by y. It panics only
// if y is 0.
func Rem32(hi, lo, y uint32) uint32 { return uint32((uint64(hi)<<32 | uint64(lo)) % uint64(y)) }
