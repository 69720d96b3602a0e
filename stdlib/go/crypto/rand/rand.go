// Package rand makes random numbers that nobody can foresee. Its functions may be called by several
// goroutines.
package rand

import (
	"errors"
	"io"
	"math/big"
)

// fill fills b with random bytes of the system.
func fill(b []byte)

type reader struct{}

func (reader) Read(b []byte) (int, error) {
	fill(b)
	return len(b), nil
}

// Reader gives random bytes from the system.
var Reader io.Reader = reader{}

// Read fills b with random bytes. It never fails: without random bytes the program ends.
func Read(b []byte) (n int, err error) {
	if _, err := io.ReadFull(Reader, b); err != nil {
		panic("crypto/rand: failed to read random data (see https://go.dev/issue/66821): " + err.Error())
	}
	return len(b), nil
}

// Text returns 26 random letters and digits, enough for a password or token (130 bits).
func Text() string {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
	b := make([]byte, 26)
	Read(b)
	for i := range b {
		b[i] = alphabet[b[i]%32]
	}
	return string(b)
}

// Int returns a random number from 0 to max-1. It panics if max <= 0.
func Int(rand io.Reader, max *big.Int) (n *big.Int, err error) {
	if max.Sign() <= 0 {
		panic("crypto/rand: argument to Int is <= 0")
	}
	n = new(big.Int)
	bits := n.Sub(max, big.NewInt(1)).BitLen()
	if bits == 0 {
		return n, nil
	}
	b := make([]byte, (bits+7)/8)
	for {
		if _, err = io.ReadFull(rand, b); err != nil {
			return nil, err
		}
		b[0] &= 0xff >> uint(len(b)*8-bits)
		if n.SetBytes(b); n.Cmp(max) < 0 {
			return n, nil
		}
	}
}

// Prime returns a random number of that many bits that is almost certainly prime. Fewer than 2 bits
// are an error.
func Prime(r io.Reader, bits int) (*big.Int, error) {
	if bits < 2 {
		return nil, errors.New("crypto/rand: prime size must be at least 2-bit")
	}
	b := make([]byte, (bits+7)/8)
	spare := uint(len(b)*8 - bits)
	p := new(big.Int)
	for {
		if _, err := io.ReadFull(r, b); err != nil {
			return nil, err
		}
		b[0] &= 0xff >> spare
		p.SetBytes(b)
		// The two highest bits are set, so that products of two primes have a known length.
		p.SetBit(p, bits-1, 1)
		p.SetBit(p, bits-2, 1)
		if bits > 2 {
			p.SetBit(p, 0, 1)
		}
		if p.ProbablyPrime(20) {
			return p, nil
		}
	}
}
