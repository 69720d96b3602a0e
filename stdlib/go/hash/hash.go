// Package hash has the interfaces of hash functions.
package hash

import "io"

// Hash is a running sum of all that is written to it. Write never fails.
type Hash interface {
	io.Writer
	// Sum appends the sum so far to b.
	Sum(b []byte) []byte // appends the sum so far to b; one may go on writing
	Reset()              // starts anew
	// Size is the length of sums in bytes.
	Size() int // the length of sums in bytes
	// BlockSize is the length of the blocks in which the function works.
	BlockSize() int // the length of the blocks in which the function works
}

// Hash32 is a Hash with sums of 32 bits.
type Hash32 interface {
	Hash
	Sum32() uint32 // the sum so far
}

// Hash64 is a Hash with sums of 64 bits.
type Hash64 interface {
	Hash
	Sum64() uint64 // the sum so far
}

// Cloner is a Hash that can be copied with all that was written to it.
type Cloner interface {
	Hash
	Clone() (Cloner, error) // a copy that goes on by itself
}

// XOF is a hash function with sums of any length: write first, then read.
type XOF interface {
	io.Writer
	io.Reader
	Reset()         // starts anew
	BlockSize() int // the length of the blocks in which the function works
}
