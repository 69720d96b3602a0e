// Package rand makes pseudo-random numbers. What must stay secret comes from crypto/rand.
//
//	fmt.Println(rand.IntN(6) + 1)    // a die
//	time.Sleep(rand.N(time.Second))  // N works for all integer types
//	r := rand.New(rand.NewPCG(1, 2)) // always the same numbers
//
// The functions of the package start at random and may be called by several goroutines; the methods
// of a Rand may not, unless with a lock.
package rand

import "math/bits"

// Source makes the random bits that Rand works with. Goroutines must not share it.
type Source interface{ Uint64() uint64 }

type runtimeSource struct{}

func (runtimeSource) Uint64() uint64 { return entropy() }

var std = &Rand{runtimeSource{}}

// Rand makes random numbers from a Source. Goroutines must not share it.
type Rand struct{ src Source }

// New returns a Rand with the numbers of src.
func New(src Source) *Rand { return &Rand{src} }

// Int64 returns a random number from 0 to 1<<63 - 1.
func (r *Rand) Int64() int64 { return int64(r.src.Uint64() << 1 >> 1) }

// Uint32 returns any uint32 at random.
func (r *Rand) Uint32() uint32 { return uint32(r.src.Uint64() >> 32) }

// Uint64 returns any uint64 at random.
func (r *Rand) Uint64() uint64 { return r.src.Uint64() }

// Int32 returns a random number from 0 to 1<<31 - 1.
func (r *Rand) Int32() int32 { return int32(r.src.Uint64() >> 33) }

// Int returns a random int that is not negative.
func (r *Rand) Int() int { return int(r.src.Uint64() << 1 >> 1) }

// Uint returns any uint at random.
func (r *Rand) Uint() uint { return uint(r.src.Uint64()) }

// Int64N returns a random number from 0 to n - 1. It panics if n <= 0.
func (r *Rand) Int64N(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int64N")
	}
	return int64(r.below(uint64(n)))
}

// Uint64N returns a random number from 0 to n - 1. It panics if n is 0.
func (r *Rand) Uint64N(n uint64) uint64 {
	if n == 0 {
		panic("invalid argument to Uint64N")
	}
	return r.below(n)
}

// Int32N returns a random number from 0 to n - 1. It panics if n <= 0.
func (r *Rand) Int32N(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int32N")
	}
	return int32(r.below(uint64(n)))
}

// Uint32N returns a random number from 0 to n - 1. It panics if n is 0.
func (r *Rand) Uint32N(n uint32) uint32 {
	if n == 0 {
		panic("invalid argument to Uint32N")
	}
	return uint32(r.below(uint64(n)))
}

// IntN returns a random number from 0 to n - 1. It panics if n <= 0.
func (r *Rand) IntN(n int) int {
	if n <= 0 {
		panic("invalid argument to IntN")
	}
	return int(r.below(uint64(n)))
}

// UintN returns a random number from 0 to n - 1. It panics if n is 0.
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

// Float64 returns a random number from 0 up to but not 1.
func (r *Rand) Float64() float64 { return float64(r.src.Uint64()<<11>>11) / (1 << 53) }

// Float32 returns a random number from 0 up to but not 1.
func (r *Rand) Float32() float32 { return float32(r.Uint32()<<8>>8) / (1 << 24) }

// Perm returns the numbers from 0 to n - 1 in random order.
func (r *Rand) Perm(n int) []int {
	p := make([]int, n)
	for i := range p {
		p[i] = i
	}
	r.Shuffle(n, func(i, j int) { p[i], p[j] = p[j], p[i] })
	return p
}

// Shuffle puts n elements in random order; swap lets the elements i and j change places. It panics
// if n is negative.
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

// N returns a random number from 0 to n - 1, of n's type, which may be time.Duration for example.
// It panics if n <= 0.
func N[Int intType](n Int) Int {
	if n <= 0 {
		panic("invalid argument to N")
	}
	return Int(std.below(uint64(n)))
}

// The functions of the package are the methods of a shared Rand.

// Int64 returns a random number from 0 to 1<<63 - 1.
func Int64() int64 { return std.Int64() }

// Uint32 returns any uint32 at random.
func Uint32() uint32 { return std.Uint32() }

// Uint64 returns any uint64 at random.
func Uint64() uint64 { return entropy() }

// Int32 returns a random number from 0 to 1<<31 - 1.
func Int32() int32 { return std.Int32() }

// Int returns a random int that is not negative.
func Int() int { return std.Int() }

// Uint returns any uint at random.
func Uint() uint { return std.Uint() }

// Int64N returns a random number from 0 to n - 1. It panics if n <= 0.
func Int64N(n int64) int64 { return std.Int64N(n) }

// Uint64N returns a random number from 0 to n - 1. It panics if n is 0.
func Uint64N(n uint64) uint64 { return std.Uint64N(n) }

// Int32N returns a random number from 0 to n - 1. It panics if n <= 0.
func Int32N(n int32) int32 { return std.Int32N(n) }

// Uint32N returns a random number from 0 to n - 1. It panics if n is 0.
func Uint32N(n uint32) uint32 { return std.Uint32N(n) }

// IntN returns a random number from 0 to n - 1. It panics if n <= 0.
func IntN(n int) int { return std.IntN(n) }

// UintN returns a random number from 0 to n - 1. It panics if n is 0.
func UintN(n uint) uint { return std.UintN(n) }

// Float64 returns a random number from 0 up to but not 1.
func Float64() float64 { return std.Float64() }

// Float32 returns a random number from 0 up to but not 1.
func Float32() float32 { return std.Float32() }

// Perm returns the numbers from 0 to n - 1 in random order.
func Perm(n int) []int { return std.Perm(n) }

// Shuffle puts n elements in random order; swap lets the elements i and j change places. It panics
// if n is negative.
func Shuffle(n int, swap func(i, j int)) { std.Shuffle(n, swap) }

// NormFloat64 returns a random number of the standard normal distribution (mean 0, deviation 1).
func NormFloat64() float64 { return std.NormFloat64() }

// ExpFloat64 returns a random number of the exponential distribution with rate 1 (mean 1).
func ExpFloat64() float64 { return std.ExpFloat64() }
