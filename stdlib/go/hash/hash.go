// Package hash has the interfaces of hash functions.
package hash

import "io"

// Hash is a running hash sum: what is written to it counts.
type Hash interface {
	io.Writer
	// Sum appends the sum so far to b.
	Sum(b []byte) []byte
	Reset()
	// Size is the length of sums in bytes.
	Size() int
	// BlockSize is the length of the blocks in which the function works.
	BlockSize() int
}

type Hash32 interface {
	Hash
	Sum32() uint32
}

type Hash64 interface {
	Hash
	Sum64() uint64
}

// Cloner is a hash that can be copied with its state.
type Cloner interface {
	Hash
	Clone() (Cloner, error)
}

// XOF is a hash function with sums of any length: write first, then read.
type XOF interface {
	io.Writer
	io.Reader
	Reset()
	BlockSize() int
}
