// Package crypto names hash functions and has the interfaces of keys.
package crypto

import (
	"hash"
	"io"
	"strconv"
)

// Hash names a hash function. The package that implements it must be imported before New works.
type Hash uint

// MD4 and the others are the hash functions that have a name here. MD5, SHA1 and the SHA2 family
// are implemented in gorun.
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

// RegisterHash tells how to make sums of h; the package that implements h calls it.
func RegisterHash(h Hash, f func() hash.Hash) {
	if h >= hashEnd {
		panic("crypto: RegisterHash of unknown hash function")
	}
	makers[h] = f
}

// HashFunc returns h, so that a Hash is a SignerOpts.
func (h Hash) HashFunc() Hash { return h }

// String returns the function's name, such as "SHA-256".
func (h Hash) String() string {
	if h > 0 && h < hashEnd {
		return hashes[h].name
	}
	return "unknown hash value " + strconv.Itoa(int(h))
}

// Size returns the length of sums in bytes.
func (h Hash) Size() int {
	if h > 0 && h < hashEnd {
		return hashes[h].size
	}
	panic("crypto: Size of unknown hash function")
}

// Available reports whether the package that implements h is part of the program.
func (h Hash) Available() bool { return h < hashEnd && makers[h] != nil }

// New returns a running sum of that function. It panics if its package is not part of the program.
func (h Hash) New() hash.Hash {
	if h.Available() {
		return makers[h]()
	}
	panic("crypto: requested hash function #" + strconv.Itoa(int(h)) + " is unavailable")
}

type (
	// PublicKey is a public key of any kind.
	PublicKey any
	// PrivateKey is a private key of any kind.
	PrivateKey any
	// DecrypterOpts are options for Decrypter.Decrypt of any kind.
	DecrypterOpts any
)

// SignerOpts are options for Signer.Sign.
type SignerOpts interface {
	HashFunc() Hash // the function that made the digest, 0 for none
}

// Signer is a private key that signs, and may lie in a device.
type Signer interface {
	Public() PublicKey                                                                 // the public key that belongs to it
	Sign(rand io.Reader, digest []byte, opts SignerOpts) (signature []byte, err error) // signs a digest, which opts.HashFunc() has made
}

// MessageSigner is a Signer that makes the digest itself.
type MessageSigner interface {
	Signer
	SignMessage(rand io.Reader, msg []byte, opts SignerOpts) (signature []byte, err error) // signs a message
}

// Decrypter is a private key that decrypts, and may lie in a device.
type Decrypter interface {
	Public() PublicKey                                                                    // the public key that belongs to it
	Decrypt(rand io.Reader, msg []byte, opts DecrypterOpts) (plaintext []byte, err error) // decrypts a message
}

// Encapsulator is a public key by which a secret is agreed on.
type Encapsulator interface {
	Bytes() []byte                               // the key's encoding
	Encapsulate() (sharedKey, ciphertext []byte) // a new secret, and what the other side gets it from
}

// Decapsulator is the private key for an Encapsulator.
type Decapsulator interface {
	Encapsulator() Encapsulator                                  // the public key that belongs to it
	Decapsulate(ciphertext []byte) (sharedKey []byte, err error) // the secret from what Encapsulate has returned
}

// SignMessage signs msg: by SignMessage if the signer has that method, else by hashing it first as
// opts says.
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
