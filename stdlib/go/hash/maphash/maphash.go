// Package maphash has the hash function for hash tables in memory. Sums differ from process to
// process, and with the seed.
//
//	seed := maphash.MakeSeed()
//	bucket := maphash.String(seed, key) % n
package maphash

import (
	"encoding/binary"
	"hash"
)

// Seed chooses a hash function. The zero Seed is none: MakeSeed makes one.
type Seed struct{ s uint64 }

// entropy is a random number.
func entropy() uint64

func hashBytes(seed uint64, b []byte) uint64

func hashString(seed uint64, s string) uint64

// hashValue hashes a comparable value.
func hashValue(seed uint64, v any) uint64

// MakeSeed returns a random seed.
func MakeSeed() Seed {
	for {
		if s := entropy(); s != 0 {
			return Seed{s}
		}
	}
}

func (s Seed) check() uint64 {
	if s.s == 0 {
		panic("maphash: use of uninitialized Seed")
	}
	return s.s
}

// Bytes returns the sum of b. It panics for the zero Seed.
func Bytes(seed Seed, b []byte) uint64 { return hashBytes(seed.check(), b) }

// String returns the sum of s, the same as of its bytes. It panics for the zero Seed.
func String(seed Seed, s string) uint64 { return hashString(seed.check(), s) }

// Comparable returns a sum of v; equal values have equal sums. It panics if v holds what cannot be
// compared.
func Comparable[T comparable](seed Seed, v T) uint64 { return hashValue(seed.check(), v) }

// WriteComparable adds x to what h sums up.
func WriteComparable[T comparable](h *Hash, x T) {
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], hashValue(h.Seed().s, x))
	h.Write(b[:])
}

// blockSize: data is hashed in blocks of this length, however it is written.
const blockSize = 128

// Hash is a running sum. The zero value is ready, with a random seed. Goroutines must not share it.
type Hash struct {
	_     [0]func()
	seed  Seed
	state uint64
	buf   [blockSize]byte
	n     int
}

func (h *Hash) init() {
	if h.seed.s == 0 {
		h.SetSeed(MakeSeed())
	}
}

// Write adds b. It never fails.
func (h *Hash) Write(b []byte) (int, error) {
	h.init()
	n := len(b)
	for len(b) > 0 {
		if h.n == blockSize {
			h.state = hashBytes(h.state, h.buf[:])
			h.n = 0
		}
		k := copy(h.buf[h.n:], b)
		h.n += k
		b = b[k:]
	}
	return n, nil
}

// WriteString adds s. It never fails.
func (h *Hash) WriteString(s string) (int, error) { return h.Write([]byte(s)) }

// WriteByte adds b. It never fails.
func (h *Hash) WriteByte(b byte) error {
	h.Write([]byte{b})
	return nil
}

// Seed returns the seed.
func (h *Hash) Seed() Seed {
	h.init()
	return h.seed
}

// SetSeed sets the seed and starts anew. It panics for the zero Seed.
func (h *Hash) SetSeed(seed Seed) {
	h.seed = Seed{seed.check()}
	h.state, h.n = seed.s, 0
}

// Reset starts anew with the same seed.
func (h *Hash) Reset() {
	h.init()
	h.state, h.n = h.seed.s, 0
}

// Sum64 returns the sum so far.
func (h *Hash) Sum64() uint64 {
	h.init()
	return hashBytes(h.state, h.buf[:h.n])
}

// Sum appends the sum so far to b.
func (h *Hash) Sum(b []byte) []byte { return binary.BigEndian.AppendUint64(b, h.Sum64()) }

// Size returns 8, the length of sums in bytes.
func (h *Hash) Size() int { return 8 }

// BlockSize returns the length of the blocks in which the function works.
func (h *Hash) BlockSize() int { return blockSize }

// Clone returns a copy with all that was written.
func (h *Hash) Clone() (hash.Cloner, error) {
	h.init()
	c := *h
	return &c, nil
}
