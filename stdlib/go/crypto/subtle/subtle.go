// Package subtle has functions for cryptography. In gorun the time that they take depends on their
// arguments.
package subtle

// ConstantTimeCompare returns 1 if x and y are equal, else 0.
func ConstantTimeCompare(x, y []byte) int {
	if string(x) == string(y) {
		return 1
	}
	return 0
}

// ConstantTimeSelect returns x if v is 1 and y if v is 0; v must be one of them.
func ConstantTimeSelect(v, x, y int) int { return ^(v-1)&x | (v-1)&y }

// ConstantTimeByteEq returns 1 if x == y, else 0.
func ConstantTimeByteEq(x, y uint8) int { return int((uint32(x^y) - 1) >> 31) }

// ConstantTimeEq returns 1 if x == y, else 0.
func ConstantTimeEq(x, y int32) int { return int((uint64(uint32(x^y)) - 1) >> 63) }

// ConstantTimeCopy copies y to x if v is 1, and nothing if it is 0. It panics if the lengths
// differ.
func ConstantTimeCopy(v int, x, y []byte) {
	if len(x) != len(y) {
		panic("subtle: slices have different lengths")
	}
	if v == 1 {
		copy(x, y)
	}
}

// ConstantTimeLessOrEq returns 1 if x <= y, else 0; both must be from 0 to 1<<31 - 1.
func ConstantTimeLessOrEq(x, y int) int { return int(uint32(int32(x)-int32(y)-1) >> 31) }

// XORBytes sets dst[i] to x[i] ^ y[i] up to the end of the shorter one and returns its length. It
// panics if dst is shorter, or overlaps in part.
func XORBytes(dst, x, y []byte) int {
	n := min(len(x), len(y))
	if n == 0 {
		return 0
	}
	if n > len(dst) {
		panic("subtle.XORBytes: dst too short")
	}
	for i := range n {
		dst[i] = x[i] ^ y[i]
	}
	return n
}

// WithDataIndependentTiming calls f; in gorun the processor's mode is not changed.
func WithDataIndependentTiming(f func()) { f() }
