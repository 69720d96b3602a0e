// Package sha512 has the hash functions SHA-384, SHA-512, SHA-512/224 and SHA-512/256.
package sha512

import (
	"crypto"
	"crypto/internal/blockhash"
	"hash"
)

const (
	// Size is the length of a SHA-512 sum in bytes.
	Size = 64
	// Size224 is the length of a SHA-512/224 sum in bytes.
	Size224 = 28
	// Size256 is the length of a SHA-512/256 sum in bytes.
	Size256 = 32
	// Size384 is the length of a SHA-384 sum in bytes.
	Size384 = 48
	// BlockSize is the length of the blocks in which the functions work.
	BlockSize = 128
)

func function(size int, magic string, init [8]uint64) *blockhash.Function {
	return &blockhash.Function{
		Package: "crypto/sha512", Kind: blockhash.SHA512, Words: 8, Wide: true, Block: BlockSize,
		Size: size, Magic: magic, Init: init,
	}
}

var (
	function384 = function(Size384, "sha\x04", [8]uint64{
		0xcbbb9d5dc1059ed8, 0x629a292a367cd507, 0x9159015a3070dd17, 0x152fecd8f70e5939,
		0x67332667ffc00b31, 0x8eb44a8768581511, 0xdb0c2e0d64f98fa7, 0x47b5481dbefa4fa4,
	})
	function512_224 = function(Size224, "sha\x05", [8]uint64{
		0x8c3d37c819544da2, 0x73e1996689dcd4d6, 0x1dfab7ae32ff9c82, 0x679dd514582f9fcf,
		0x0f6d2b697bd44da8, 0x77e36f7304c48942, 0x3f9d85a86a1d36c8, 0x1112e6ad91d692a1,
	})
	function512_256 = function(Size256, "sha\x06", [8]uint64{
		0x22312194fc2bf72c, 0x9f555fa3c84c64c2, 0x2393b86b6f53b151, 0x963877195940eabd,
		0x96283ee2a88effe3, 0xbe5e1e2553863992, 0x2b0199fc2c85b8aa, 0x0eb72ddc81c52ca2,
	})
	function512 = function(Size, "sha\x07", [8]uint64{
		0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
		0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
	})
)

func init() {
	crypto.RegisterHash(crypto.SHA384, New384)
	crypto.RegisterHash(crypto.SHA512, New)
	crypto.RegisterHash(crypto.SHA512_224, New512_224)
	crypto.RegisterHash(crypto.SHA512_256, New512_256)
}

// New returns a running SHA-512 sum.
func New() hash.Hash { return blockhash.New(function512) }

// New384 returns a running SHA-384 sum.
func New384() hash.Hash { return blockhash.New(function384) }

// New512_224 returns a running SHA-512/224 sum.
func New512_224() hash.Hash { return blockhash.New(function512_224) }

// New512_256 returns a running SHA-512/256 sum.
func New512_256() hash.Hash { return blockhash.New(function512_256) }

// Sum512 returns the SHA-512 sum of data.
func Sum512(data []byte) [Size]byte { return [Size]byte(blockhash.SumOf(function512, data)) }

// Sum384 returns the SHA-384 sum of data.
func Sum384(data []byte) [Size384]byte { return [Size384]byte(blockhash.SumOf(function384, data)) }

// Sum512_224 returns the SHA-512/224 sum of data.
func Sum512_224(data []byte) [Size224]byte {
	return [Size224]byte(blockhash.SumOf(function512_224, data))
}

// Sum512_256 returns the SHA-512/256 sum of data.
func Sum512_256(data []byte) [Size256]byte {
	return [Size256]byte(blockhash.SumOf(function512_256, data))
}
