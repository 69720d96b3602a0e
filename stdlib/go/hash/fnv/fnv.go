// Package fnv has the simple and quick hash functions of Fowler, Noll and Vo. They are no
// protection against attackers.
package fnv

import (
	"encoding/binary"
	"errors"
	"hash"
)

// update hashes data into the sum (high, low) of so many bytes, 4, 8 or 16; a: exclusive or first.
func update(high, low uint64, size int, a bool, data []byte) (uint64, uint64)

const (
	offset32      = 2166136261
	offset64      = 14695981039346656037
	offset128High = 0x6c62272e07bb0142
	offset128Low  = 0x62b821756295c58d
)

// sum is the state of any of the functions.
type sum struct {
	high, low uint64
	size      int
	a         bool
}

type (
	sum32  struct{ sum }
	sum64  struct{ sum }
	sum128 struct{ sum }
)

func newSum(size int, a bool) sum {
	s := sum{size: size, a: a}
	s.Reset()
	return s
}

// New32 returns a running FNV-1 sum of 32 bits.
func New32() hash.Hash32 { return &sum32{newSum(4, false)} }

// New32a returns a running FNV-1a sum of 32 bits.
func New32a() hash.Hash32 { return &sum32{newSum(4, true)} }

// New64 returns a running FNV-1 sum of 64 bits.
func New64() hash.Hash64 { return &sum64{newSum(8, false)} }

// New64a returns a running FNV-1a sum of 64 bits.
func New64a() hash.Hash64 { return &sum64{newSum(8, true)} }

// New128 returns a running FNV-1 sum of 128 bits.
func New128() hash.Hash { return &sum128{newSum(16, false)} }

// New128a returns a running FNV-1a sum of 128 bits.
func New128a() hash.Hash { return &sum128{newSum(16, true)} }

func (s *sum) Reset() {
	switch s.size {
	case 4:
		s.high, s.low = 0, offset32
	case 8:
		s.high, s.low = 0, offset64
	default:
		s.high, s.low = offset128High, offset128Low
	}
}

func (s *sum) Write(data []byte) (int, error) {
	s.high, s.low = update(s.high, s.low, s.size, s.a, data)
	return len(data), nil
}

func (s *sum) Size() int      { return s.size }
func (s *sum) BlockSize() int { return 1 }

func (s *sum32) Sum32() uint32 { return uint32(s.low) }
func (s *sum64) Sum64() uint64 { return s.low }

func (s *sum) Sum(b []byte) []byte {
	switch s.size {
	case 4:
		return binary.BigEndian.AppendUint32(b, uint32(s.low))
	case 8:
		return binary.BigEndian.AppendUint64(b, s.low)
	}
	return binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint64(b, s.high), s.low)
}

func (s *sum) magic() string {
	n := map[int]byte{4: 1, 8: 3, 16: 5}[s.size]
	if s.a {
		n++
	}
	return "fnv" + string(rune(n))
}

func (s *sum) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, s.magic()...)), nil }

func (s *sum) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

func (s *sum) UnmarshalBinary(b []byte) error {
	if len(b) < 4 || string(b[:4]) != s.magic() {
		return errors.New("hash/fnv: invalid hash state identifier")
	}
	if len(b) != 4+s.size {
		return errors.New("hash/fnv: invalid hash state size")
	}
	b = b[4:]
	switch s.size {
	case 4:
		s.low = uint64(binary.BigEndian.Uint32(b))
	case 8:
		s.low = binary.BigEndian.Uint64(b)
	default:
		s.high, s.low = binary.BigEndian.Uint64(b), binary.BigEndian.Uint64(b[8:])
	}
	return nil
}

func (s *sum32) Clone() (hash.Cloner, error) {
	c := *s
	return &c, nil
}

func (s *sum64) Clone() (hash.Cloner, error) {
	c := *s
	return &c, nil
}

func (s *sum128) Clone() (hash.Cloner, error) {
	c := *s
	return &c, nil
}
