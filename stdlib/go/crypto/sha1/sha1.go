// Package sha1 has the hash function SHA-1, which is broken: good for checksums, not against
// attackers.
//
//	fmt.Printf("%x\n", sha1.Sum([]byte("hello")))
package sha1

import (
	"crypto"
	"crypto/internal/blockhash"
	"hash"
)

const (
	// Size is the length of a sum in bytes.
	Size = 20
	// BlockSize is the length of the blocks in which the function works.
	BlockSize = 64
)

var function = &blockhash.Function{
	Package: "crypto/sha1", Kind: blockhash.SHA1, Words: 5, Block: BlockSize, Size: Size, Magic: "sha\x01",
	Init: [8]uint64{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0},
}

func init() { crypto.RegisterHash(crypto.SHA1, New) }

// New returns a running sum.
func New() hash.Hash { return blockhash.New(function) }

// Sum returns the sum of data.
func Sum(data []byte) [Size]byte { return [Size]byte(blockhash.SumOf(function, data)) }
