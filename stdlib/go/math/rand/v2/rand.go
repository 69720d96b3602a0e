// Package rand makes pseudo-random numbers.
package rand

import "math/bits"

// Source makes uniform numbers of 64 bits.
type Source interface{ Uint64() uint64 }

type runtimeSource struct{}

func (runtimeSource) Uint64() uint64 { return entropy() }

var std = &Rand{runtimeSource{}}

// Rand draws numbers from a Source.
type Rand struct{ src Source }

// New returns a Rand of src.
func New(src Source) *Rand { return &Rand{src} }

// Int64 returns a number of 63 bits.
func (r *Rand) Int64() int64 { return int64(r.src.Uint64() << 1 >> 1) }

// Uint32 returns a number of 32 bits.
func (r *Rand) Uint32() uint32 { return uint32(r.src.Uint64() >> 32) }

// Uint64 returns a number of 64 bits.
func (r *Rand) Uint64() uint64 { return r.src.Uint64() }

// Int32 returns a number of 31 bits.
func (r *Rand) Int32() int32 { return int32(r.src.Uint64() >> 33) }

// Int returns a number of 63 bits.
func (r *Rand) Int() int { return int(r.src.Uint64() << 1 >> 1) }

// Uint returns a number of 64 bits.
func (r *Rand) Uint() uint { return uint(r.src.Uint64()) }

// Int64N returns a number in [0, n).
func (r *Rand) Int64N(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int64N")
	}
	return int64(r.below(uint64(n)))
}

// Uint64N returns a number in [0, n).
func (r *Rand) Uint64N(n uint64) uint64 {
	if n == 0 {
		panic("invalid argument to Uint64N")
	}
	return r.below(n)
}

// Int32N returns a number in [0, n).
func (r *Rand) Int32N(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int32N")
	}
	return int32(r.below(uint64(n)))
}

// Uint32N returns a number in [0, n).
func (r *Rand) Uint32N(n uint32) uint32 {
	if n == 0 {
		panic("invalid argument to Uint32N")
	}
	return uint32(r.below(uint64(n)))
}

// IntN returns a number in [0, n).
func (r *Rand) IntN(n int) int {
	if n <= 0 {
		panic("invalid argument to IntN")
	}
	return int(r.below(uint64(n)))
}

// UintN returns a number in [0, n).
func (r *Rand) UintN(n uint) uint {
	if n == 0 {
		panic("invalid argument to UintN")
	}
	return uint(r.below(uint64(n)))
}

// below returns a number in [0, n) by multiplication (Lemire).
func (r *Rand) below(n uint64) uint64 {
	if n&(n-1) == 0 {
		return r.src.Uint64() & (n - 1)
	}
	hi, lo := bits.Mul64(r.src.Uint64(), n)
	if lo < n {
		limit := -n % n
		for lo < limit {
			hi, lo = bits.Mul64(r.src.Uint64(), n)
		}
	}
	return hi
}

// Float64 returns a number in [0.0, 1.0).
func (r *Rand) Float64() float64 { return float64(r.src.Uint64()<<11>>11) / (1 << 53) }

// Float32 returns a number in [0.0, 1.0).
func (r *Rand) Float32() float32 { return float32(r.Uint32()<<8>>8) / (1 << 24) }

// Perm returns a permutation of [0, n).
func (r *Rand) Perm(n int) []int {
	p := make([]int, n)
	for i := range p {
		p[i] = i
	}
	r.Shuffle(n, func(i, j int) { p[i], p[j] = p[j], p[i] })
	return p
}

// Shuffle shuffles n elements by swap.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		swap(i, int(r.below(uint64(i+1))))
	}
}

type intType interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 |
		~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

// N returns a number in [0, n).
func N[Int intType](n Int) Int {
	if n <= 0 {
		panic("invalid argument to N")
	}
	return Int(std.below(uint64(n)))
}

// The functions of the package are the methods of a shared Rand.

func Int64() int64                       { return std.Int64() }
func Uint32() uint32                     { return std.Uint32() }
func Uint64() uint64                     { return entropy() }
func Int32() int32                       { return std.Int32() }
func Int() int                           { return std.Int() }
func Uint() uint                         { return std.Uint() }
func Int64N(n int64) int64               { return std.Int64N(n) }
func Uint64N(n uint64) uint64            { return std.Uint64N(n) }
func Int32N(n int32) int32               { return std.Int32N(n) }
func Uint32N(n uint32) uint32            { return std.Uint32N(n) }
func IntN(n int) int                     { return std.IntN(n) }
func UintN(n uint) uint                  { return std.UintN(n) }
func Float64() float64                   { return std.Float64() }
func Float32() float32                   { return std.Float32() }
func Perm(n int) []int                   { return std.Perm(n) }
func Shuffle(n int, swap func(i, j int)) { std.Shuffle(n, swap) }
func NormFloat64() float64               { return std.NormFloat64() }
func ExpFloat64() float64                { return std.ExpFloat64() }
