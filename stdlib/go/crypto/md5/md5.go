// Package md5 has the MD5 hash function of RFC 1321, which is broken and not for secrets.
package md5

import (
	"crypto"
	"crypto/internal/blockhash"
	"hash"
)

const (
	Size      = 16
	BlockSize = 64
)

var function = &blockhash.Function{
	Package: "crypto/md5", Kind: blockhash.MD5, Words: 4, Block: BlockSize, Size: Size, Magic: "md5\x01",
	Init: [8]uint64{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476},
}

func init() { crypto.RegisterHash(crypto.MD5, New) }

func New() hash.Hash { return blockhash.New(function) }

// Sum is the checksum of data.
func Sum(data []byte) [Size]byte { return [Size]byte(blockhash.SumOf(function, data)) }
