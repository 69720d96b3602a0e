// Package md5 has the hash function MD5, which is broken: good for checksums, not against
// attackers.
//
//	fmt.Printf("%x\n", md5.Sum([]byte("hello")))
package md5

import (
	"crypto"
	"crypto/internal/blockhash"
	"hash"
)

const (
	// Size is the length of a sum in bytes.
	Size = 16
	// BlockSize is the length of the blocks in which the function works.
	BlockSize = 64
)

var function = &blockhash.Function{
	Package: "crypto/md5", Kind: blockhash.MD5, Words: 4, Block: BlockSize, Size: Size, Magic: "md5\x01",
	Init: [8]uint64{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476},
}

func init() { crypto.RegisterHash(crypto.MD5, New) }

// New returns a running sum.
func New() hash.Hash { return blockhash.New(function) }

// Sum returns the sum of data.
func Sum(data []byte) [Size]byte { return [Size]byte(blockhash.SumOf(function, data)) }
