// Package sha256 has the hash functions SHA-224 and SHA-256.
//
//	fmt.Printf("%x\n", sha256.Sum256([]byte("hello")))
//
//	h := sha256.New()
//	io.Copy(h, file)
//	fmt.Printf("%x\n", h.Sum(nil))
package sha256

import (
	"crypto"
	"crypto/internal/blockhash"
	"hash"
)

// Size and Size224 are the lengths of sums in bytes, BlockSize that of the blocks in which the
// functions work.
const (
	// Size is the length of a SHA-256 sum in bytes.
	Size = 32
	// Size224 is the length of a SHA-224 sum in bytes.
	Size224 = 28
	// BlockSize is the length of the blocks in which the functions work.
	BlockSize = 64
)

var function256 = &blockhash.Function{
	Package: "crypto/sha256", Kind: blockhash.SHA256, Words: 8, Block: BlockSize, Size: Size, Magic: "sha\x03",
	Init: [8]uint64{
		0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
	},
}

var function224 = &blockhash.Function{
	Package: "crypto/sha256", Kind: blockhash.SHA256, Words: 8, Block: BlockSize, Size: Size224, Magic: "sha\x02",
	Init: [8]uint64{
		0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4,
	},
}

func init() {
	crypto.RegisterHash(crypto.SHA224, New224)
	crypto.RegisterHash(crypto.SHA256, New)
}

// New returns a running SHA-256 sum.
func New() hash.Hash { return blockhash.New(function256) }

// New224 returns a running SHA-224 sum.
func New224() hash.Hash { return blockhash.New(function224) }

// Sum256 returns the SHA-256 sum of data.
func Sum256(data []byte) [Size]byte { return [Size]byte(blockhash.SumOf(function256, data)) }

// Sum224 returns the SHA-224 sum of data.
func Sum224(data []byte) [Size224]byte { return [Size224]byte(blockhash.SumOf(function224, data)) }
