// Package sha1 has the SHA-1 hash function of RFC 3174, which is broken and not for secrets.
package sha1

import (
	"crypto"
	"crypto/internal/blockhash"
	"hash"
)

const (
	Size      = 20
	BlockSize = 64
)

var function = &blockhash.Function{
	Package: "crypto/sha1", Kind: blockhash.SHA1, Words: 5, Block: BlockSize, Size: Size, Magic: "sha\x01",
	Init: [8]uint64{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0},
}

func init() { crypto.RegisterHash(crypto.SHA1, New) }

func New() hash.Hash { return blockhash.New(function) }

// Sum is the checksum of data.
func Sum(data []byte) [Size]byte { return [Size]byte(blockhash.SumOf(function, data)) }
