// Package hmac makes codes that show that a message comes from somebody who has the key.
//
//	mac := hmac.New(sha256.New, key)
//	mac.Write(message)
//	ok := hmac.Equal(mac.Sum(nil), received)
package hmac

import (
	"crypto/subtle"
	"errors"
	"hash"
)

type mac struct {
	inner, outer         hash.Hash
	innerStart, outerKey []byte
}

// New returns a running code of a hash function and a key. h must return another one each time.
func New(h func() hash.Hash, key []byte) hash.Hash {
	m := &mac{inner: h(), outer: h()}
	block := m.inner.BlockSize()
	if len(key) > block {
		m.outer.Write(key)
		key = m.outer.Sum(nil)
	}
	m.innerStart, m.outerKey = make([]byte, block), make([]byte, block)
	copy(m.innerStart, key)
	copy(m.outerKey, key)
	for i := range block {
		m.innerStart[i] ^= 0x36
		m.outerKey[i] ^= 0x5c
	}
	m.inner.Write(m.innerStart)
	return m
}

func (m *mac) Write(p []byte) (n int, err error) { return m.inner.Write(p) }
func (m *mac) Size() int                         { return m.outer.Size() }
func (m *mac) BlockSize() int                    { return m.inner.BlockSize() }

func (m *mac) Sum(b []byte) []byte {
	m.outer.Reset()
	m.outer.Write(m.outerKey)
	m.outer.Write(m.inner.Sum(nil))
	return m.outer.Sum(b)
}

func (m *mac) Reset() {
	m.inner.Reset()
	m.inner.Write(m.innerStart)
}

// Clone fails if the hash function's state cannot be copied.
func (m *mac) Clone() (hash.Cloner, error) {
	inner, ok := m.inner.(hash.Cloner)
	if !ok {
		return nil, errors.ErrUnsupported
	}
	copied, err := inner.Clone()
	if err != nil {
		return nil, errors.ErrUnsupported
	}
	outer, err := m.outer.(hash.Cloner).Clone()
	if err != nil {
		return nil, errors.ErrUnsupported
	}
	return &mac{copied, outer, m.innerStart, m.outerKey}, nil
}

// Equal reports whether two codes are equal.
func Equal(mac1, mac2 []byte) bool { return subtle.ConstantTimeCompare(mac1, mac2) == 1 }
