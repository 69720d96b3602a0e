// Package maphash has hash functions for tables in memory: they differ from one run of a program to the next.
package maphash

import (
	"encoding/binary"
	"hash"
)

// A Seed chooses a hash function. The zero Seed is none.
type Seed struct{ s uint64 }

// entropy is a random number.
func entropy() uint64

func hashBytes(seed uint64, b []byte) uint64

func hashString(seed uint64, s string) uint64

// hashValue hashes a comparable value.
func hashValue(seed uint64, v any) uint64

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

func Bytes(seed Seed, b []byte) uint64 { return hashBytes(seed.check(), b) }

func String(seed Seed, s string) uint64 { return hashString(seed.check(), s) }

// Comparable hashes v so that equal values get equal sums.
func Comparable[T comparable](seed Seed, v T) uint64 { return hashValue(seed.check(), v) }

// WriteComparable adds v to the data that h hashes.
func WriteComparable[T comparable](h *Hash, x T) {
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], hashValue(h.Seed().s, x))
	h.Write(b[:])
}

// blockSize: data is hashed in blocks of this length, however it is written.
const blockSize = 128

// A Hash is the running sum of what is written. The zero Hash gets a random seed at first use.
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

func (h *Hash) WriteString(s string) (int, error) { return h.Write([]byte(s)) }

func (h *Hash) WriteByte(b byte) error {
	h.Write([]byte{b})
	return nil
}

func (h *Hash) Seed() Seed {
	h.init()
	return h.seed
}

func (h *Hash) SetSeed(seed Seed) {
	h.seed = Seed{seed.check()}
	h.state, h.n = seed.s, 0
}

func (h *Hash) Reset() {
	h.init()
	h.state, h.n = h.seed.s, 0
}

func (h *Hash) Sum64() uint64 {
	h.init()
	return hashBytes(h.state, h.buf[:h.n])
}

func (h *Hash) Sum(b []byte) []byte { return binary.BigEndian.AppendUint64(b, h.Sum64()) }

func (h *Hash) Size() int      { return 8 }
func (h *Hash) BlockSize() int { return blockSize }

func (h *Hash) Clone() (hash.Cloner, error) {
	h.init()
	c := *h
	return &c, nil
}
