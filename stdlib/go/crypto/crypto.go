// Package crypto has what the packages of cryptographic functions have in common.
package crypto

import (
	"hash"
	"io"
	"strconv"
)

// A Hash names a hash function.
type Hash uint

const (
	MD4 Hash = 1 + iota
	MD5
	SHA1
	SHA224
	SHA256
	SHA384
	SHA512
	MD5SHA1
	RIPEMD160
	SHA3_224
	SHA3_256
	SHA3_384
	SHA3_512
	SHA512_224
	SHA512_256
	BLAKE2s_256
	BLAKE2b_256
	BLAKE2b_384
	BLAKE2b_512
	hashEnd
)

var hashes = [hashEnd]struct {
	name string
	size int
}{
	MD4: {"MD4", 16}, MD5: {"MD5", 16}, SHA1: {"SHA-1", 20}, SHA224: {"SHA-224", 28}, SHA256: {"SHA-256", 32},
	SHA384: {"SHA-384", 48}, SHA512: {"SHA-512", 64}, MD5SHA1: {"MD5+SHA1", 36}, RIPEMD160: {"RIPEMD-160", 20},
	SHA3_224: {"SHA3-224", 28}, SHA3_256: {"SHA3-256", 32}, SHA3_384: {"SHA3-384", 48}, SHA3_512: {"SHA3-512", 64},
	SHA512_224: {"SHA-512/224", 28}, SHA512_256: {"SHA-512/256", 32}, BLAKE2s_256: {"BLAKE2s-256", 32},
	BLAKE2b_256: {"BLAKE2b-256", 32}, BLAKE2b_384: {"BLAKE2b-384", 48}, BLAKE2b_512: {"BLAKE2b-512", 64},
}

var makers [hashEnd]func() hash.Hash

// RegisterHash is called by the package that implements h.
func RegisterHash(h Hash, f func() hash.Hash) {
	if h >= hashEnd {
		panic("crypto: RegisterHash of unknown hash function")
	}
	makers[h] = f
}

func (h Hash) HashFunc() Hash { return h }

func (h Hash) String() string {
	if h > 0 && h < hashEnd {
		return hashes[h].name
	}
	return "unknown hash value " + strconv.Itoa(int(h))
}

// Size is the length of sums in bytes.
func (h Hash) Size() int {
	if h > 0 && h < hashEnd {
		return hashes[h].size
	}
	panic("crypto: Size of unknown hash function")
}

// Available tells whether the package of h is part of the program.
func (h Hash) Available() bool { return h < hashEnd && makers[h] != nil }

func (h Hash) New() hash.Hash {
	if h.Available() {
		return makers[h]()
	}
	panic("crypto: requested hash function #" + strconv.Itoa(int(h)) + " is unavailable")
}

type (
	PublicKey     any
	PrivateKey    any
	DecrypterOpts any
)

type SignerOpts interface {
	HashFunc() Hash
}

// Signer is a private key that signs.
type Signer interface {
	Public() PublicKey
	Sign(rand io.Reader, digest []byte, opts SignerOpts) (signature []byte, err error)
}

// MessageSigner hashes the message itself.
type MessageSigner interface {
	Signer
	SignMessage(rand io.Reader, msg []byte, opts SignerOpts) (signature []byte, err error)
}

// Decrypter is a private key that decrypts.
type Decrypter interface {
	Public() PublicKey
	Decrypt(rand io.Reader, msg []byte, opts DecrypterOpts) (plaintext []byte, err error)
}

type Encapsulator interface {
	Bytes() []byte
	Encapsulate() (sharedKey, ciphertext []byte)
}

type Decapsulator interface {
	Encapsulator() Encapsulator
	Decapsulate(ciphertext []byte) (sharedKey []byte, err error)
}

// SignMessage signs msg, hashed if the signer does not do so.
func SignMessage(signer Signer, rand io.Reader, msg []byte, opts SignerOpts) (signature []byte, err error) {
	if m, ok := signer.(MessageSigner); ok {
		return m.SignMessage(rand, msg, opts)
	}
	if opts.HashFunc() != 0 {
		h := opts.HashFunc().New()
		h.Write(msg)
		msg = h.Sum(nil)
	}
	return signer.Sign(rand, msg, opts)
}
