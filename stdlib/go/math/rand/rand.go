// Package rand makes pseudo-random numbers. Newer programs use math/rand/v2; what must stay secret
// comes from crypto/rand.
//
//	fmt.Println(rand.Intn(6) + 1)     // a die
//	r := rand.New(rand.NewSource(42)) // always the same numbers
//	r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
//
// The functions of the package start at random and may be called by several goroutines; the methods
// of a Rand may not, unless with a lock.
package rand

// Source makes the random bits that Rand works with. Goroutines must not share it.
type Source interface {
	Int63() int64    // 63 random bits
	Seed(seed int64) // starts the sequence of seed
}

// Source64 is a Source that makes 64 bits in one step.
type Source64 interface {
	Source
	Uint64() uint64 // 64 random bits
}

// fibonacci is an additive lagged Fibonacci generator: x[n] = x[n-607] + x[n-273].
type fibonacci struct {
	tap, feed int
	vec       [607]int64
}

// NewSource returns a Source with the sequence of seed: equal seeds give equal numbers.
func NewSource(seed int64) Source {
	s := new(fibonacci)
	s.Seed(seed)
	return s
}

func (s *fibonacci) Seed(seed int64) {
	s.tap, s.feed = 0, 607-273
	seedState(seed, &s.vec)
}

func (s *fibonacci) Int63() int64   { return int64(s.Uint64() << 1 >> 1) }
func (s *fibonacci) Uint64() uint64 { return nextState(&s.vec, &s.tap, &s.feed) }

// global is the Source of the package's functions: the runtime's entropy.
type global struct{}

func (global) Int63() int64   { return int64(entropy() << 1 >> 1) }
func (global) Uint64() uint64 { return entropy() }
func (global) Seed(int64)     {}

var std = newShared()

func newShared() *Rand {
	r := New(global{})
	r.shared = true
	return r
}

// Rand makes random numbers from a Source. Goroutines must not share it.
type Rand struct {
	src Source
	s64 Source64

	// Short ways to the next number.
	own    *fibonacci // src, if it is one of this package's
	shared bool       // src is the runtime's entropy

	// What Read has left of the last number.
	left  int64
	bytes int8
}

// New returns a Rand with the numbers of src.
func New(src Source) *Rand {
	s64, _ := src.(Source64)
	own, _ := src.(*fibonacci)
	return &Rand{src: src, s64: s64, own: own}
}

// Seed starts the sequence of seed.
func (r *Rand) Seed(seed int64) {
	r.src.Seed(seed)
	r.bytes = 0
}

// Int63 returns a random number from 0 to 1<<63 - 1.
func (r *Rand) Int63() int64 {
	if s := r.own; s != nil {
		return int64(nextState(&s.vec, &s.tap, &s.feed) << 1 >> 1)
	}
	if r.shared {
		return int64(entropy() << 1 >> 1)
	}
	return r.src.Int63()
}

// Uint32 returns any uint32 at random.
func (r *Rand) Uint32() uint32 { return uint32(r.Int63() >> 31) }

// Uint64 returns any uint64 at random.
func (r *Rand) Uint64() uint64 {
	if r.s64 != nil {
		return r.s64.Uint64()
	}
	return uint64(r.Int63())>>31 | uint64(r.Int63())<<32
}

// Int31 returns a random number from 0 to 1<<31 - 1.
func (r *Rand) Int31() int32 { return int32(r.Int63() >> 32) }

// Int returns a random int that is not negative.
func (r *Rand) Int() int { return int(r.Int63()) }

// Int63n returns a random number from 0 to n - 1. It panics if n <= 0.
func (r *Rand) Int63n(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int63n")
	}
	if n&(n-1) == 0 {
		return r.Int63() & (n - 1)
	}
	// Above the greatest multiple of n, small remainders would be too likely.
	limit := int64(1<<63 - 1 - (1<<63)%uint64(n))
	v := r.Int63()
	for v > limit {
		v = r.Int63()
	}
	return v % n
}

// Int31n returns a random number from 0 to n - 1. It panics if n <= 0.
func (r *Rand) Int31n(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int31n")
	}
	if n&(n-1) == 0 {
		return r.Int31() & (n - 1)
	}
	limit := int32(1<<31 - 1 - (1<<31)%uint32(n))
	v := r.Int31()
	for v > limit {
		v = r.Int31()
	}
	return v % n
}

// below is Int31n by multiplication (Lemire).
func (r *Rand) below(n int32) int32 {
	product := uint64(r.Uint32()) * uint64(n)
	if low := uint32(product); low < uint32(n) {
		limit := uint32(-n) % uint32(n)
		for low < limit {
			product = uint64(r.Uint32()) * uint64(n)
			low = uint32(product)
		}
	}
	return int32(product >> 32)
}

// Intn returns a random number from 0 to n - 1. It panics if n <= 0.
func (r *Rand) Intn(n int) int {
	if n <= 0 {
		panic("invalid argument to Intn")
	}
	if n > 1<<31-1 {
		return int(r.Int63n(int64(n)))
	}
	// As Int31n, without the call.
	v := int(r.Int63() >> 32)
	if n&(n-1) == 0 {
		return v & (n - 1)
	}
	if v >= 1<<31-n {
		for limit := 1<<31 - 1 - 1<<31%n; v > limit; {
			v = int(r.Int63() >> 32)
		}
	}
	return v % n
}

// Float64 returns a random number from 0 up to but not 1.
func (r *Rand) Float64() float64 {
	for {
		if f := float64(r.Int63()) / (1 << 63); f != 1 {
			return f
		}
	}
}

// Float32 returns a random number from 0 up to but not 1.
func (r *Rand) Float32() float32 {
	for {
		if f := float32(r.Float64()); f != 1 {
			return f
		}
	}
}

// Perm returns the numbers from 0 to n - 1 in random order.
func (r *Rand) Perm(n int) []int {
	p := make([]int, n)
	for i := range p {
		j := r.Intn(i + 1)
		p[i] = p[j]
		p[j] = i
	}
	return p
}

// Shuffle puts n elements in random order; swap lets the elements i and j change places. It panics
// if n is negative.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		if i >= 1<<31-1 {
			swap(i, int(r.Int63n(int64(i+1))))
		} else {
			swap(i, int(r.below(int32(i+1))))
		}
	}
}

// Read fills p with random bytes. It never fails. For secrets use crypto/rand.
func (r *Rand) Read(p []byte) (n int, err error) {
	for i := range p {
		if r.bytes == 0 {
			r.left = r.Int63()
			r.bytes = 7
		}
		p[i] = byte(r.left)
		r.left >>= 8
		r.bytes--
	}
	return len(p), nil
}

// Seed does nothing any more: the package's functions start at random. Use New for a known
// sequence.
func Seed(seed int64) {}

// The functions of the package are the methods of a shared Rand.

// Int63 returns a random number from 0 to 1<<63 - 1.
func Int63() int64 { return std.Int63() }

// Uint32 returns any uint32 at random.
func Uint32() uint32 { return std.Uint32() }

// Uint64 returns any uint64 at random.
func Uint64() uint64 { return std.Uint64() }

// Int31 returns a random number from 0 to 1<<31 - 1.
func Int31() int32 { return std.Int31() }

// Int returns a random int that is not negative.
func Int() int { return std.Int() }

// Int63n returns a random number from 0 to n - 1. It panics if n <= 0.
func Int63n(n int64) int64 { return std.Int63n(n) }

// Int31n returns a random number from 0 to n - 1. It panics if n <= 0.
func Int31n(n int32) int32 { return std.Int31n(n) }

// Intn returns a random number from 0 to n - 1. It panics if n <= 0.
func Intn(n int) int { return std.Intn(n) }

// Float64 returns a random number from 0 up to but not 1.
func Float64() float64 { return std.Float64() }

// Float32 returns a random number from 0 up to but not 1.
func Float32() float32 { return std.Float32() }

// Perm returns the numbers from 0 to n - 1 in random order.
func Perm(n int) []int { return std.Perm(n) }

// Shuffle puts n elements in random order; swap lets the elements i and j change places. It panics
// if n is negative.
func Shuffle(n int, swap func(i, j int)) { std.Shuffle(n, swap) }

// Read fills p with random bytes. It never fails. For secrets use crypto/rand.
func Read(p []byte) (n int, err error) { return std.Read(p) }

// NormFloat64 returns a random number of the standard normal distribution (mean 0, deviation 1).
func NormFloat64() float64 { return std.NormFloat64() }

// ExpFloat64 returns a random number of the exponential distribution with rate 1 (mean 1).
func ExpFloat64() float64 { return std.ExpFloat64() }
