// Package math has functions and constants for floating-point numbers.
//
//	fmt.Println(math.Sqrt(2), math.Floor(-1.5), math.MaxInt32) // 1.4142135623730951 -2 2147483647
//
// Where no number is the right answer the result is NaN, and NaN in gives NaN out unless a function
// says otherwise. ±0 and ±Inf are kept where that makes sense.
package math

// E, Pi and the others are constants of mathematics, exact to more digits than a float64 has.
const (
	E       = 2.71828182845904523536028747135266249775724709369995957496696763 // Euler's number
	Pi      = 3.14159265358979323846264338327950288419716939937510582097494459
	Phi     = 1.61803398874989484820458683436563811772030917980576286213544862 // the golden ratio
	Sqrt2   = 1.41421356237309504880168872420969807856967187537694807317667974
	SqrtE   = 1.64872127070012814684865078781416357165377610071014801157507931
	SqrtPi  = 1.77245385090551602729816748334114518279754945612238712821380779
	SqrtPhi = 1.27201964951406896425242246173749149171560804184009624861664038
	Ln2     = 0.693147180559945309417232121458176568075500134360255254120680009 // natural logarithm of 2
	Log2E   = 1 / Ln2                                                           // logarithm of E to base 2
	Ln10    = 2.30258509299404568401799145468436420760110148862877297603332790  // natural logarithm of 10
	Log10E  = 1 / Ln10                                                          // logarithm of E to base 10
)

// MaxFloat32 and the others are the greatest values of the floating-point types and the smallest
// ones above zero.
const (
	MaxFloat32             = 0x1p127 * (1 + (1 - 0x1p-23))
	SmallestNonzeroFloat32 = 0x1p-126 * 0x1p-23
	MaxFloat64             = 0x1p1023 * (1 + (1 - 0x1p-52))
	SmallestNonzeroFloat64 = 0x1p-1022 * 0x1p-52
)

// MaxInt and the others are the limits of the integer types.
const (
	MaxInt    = MaxInt64
	MinInt    = MinInt64
	MaxInt8   = 1<<7 - 1
	MinInt8   = -1 << 7
	MaxInt16  = 1<<15 - 1
	MinInt16  = -1 << 15
	MaxInt32  = 1<<31 - 1
	MinInt32  = -1 << 31
	MaxInt64  = 1<<63 - 1
	MinInt64  = -1 << 63
	MaxUint   = MaxUint64
	MaxUint8  = 1<<8 - 1
	MaxUint16 = 1<<16 - 1
	MaxUint32 = 1<<32 - 1
	MaxUint64 = 1<<64 - 1
)
