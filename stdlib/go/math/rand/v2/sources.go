package rand

import (
	"errors"
	"math/bits"
)

// PCG is a small and fast Source with 128 bits of state.
type PCG struct{ hi, lo uint64 }

// NewPCG returns a PCG with a sequence that the two numbers choose: equal seeds give equal numbers.
func NewPCG(seed1, seed2 uint64) *PCG { return &PCG{seed1, seed2} }

// Seed starts the sequence that NewPCG would give.
func (p *PCG) Seed(seed1, seed2 uint64) { p.hi, p.lo = seed1, seed2 }

// Uint64 returns 64 random bits.
func (p *PCG) Uint64() uint64 {
	// state = state * multiplier + increment
	const mulHi, mulLo = 2549297995355413924, 4865540595714422341
	const incHi, incLo = 6364136223846793005, 1442695040888963407
	hi, lo := bits.Mul64(p.lo, mulLo)
	hi += p.hi*mulLo + p.lo*mulHi
	lo, carry := bits.Add64(lo, incLo, 0)
	hi += incHi + carry
	p.hi, p.lo = hi, lo

	const cheap = 0xda942042e4dd58b5
	hi ^= hi >> 32
	hi *= cheap
	hi ^= hi >> 48
	hi *= lo | 1
	return hi
}

func putUint64(b []byte, v uint64) []byte {
	for shift := 56; shift >= 0; shift -= 8 {
		b = append(b, byte(v>>shift))
	}
	return b
}

func getUint64(b string) (v uint64) {
	for i := 0; i < 8; i++ {
		v = v<<8 | uint64(b[i])
	}
	return v
}

// AppendBinary appends the state to b, for UnmarshalBinary.
func (p *PCG) AppendBinary(b []byte) ([]byte, error) {
	return putUint64(putUint64(append(b, "pcg:"...), p.hi), p.lo), nil
}

// MarshalBinary returns the state, for UnmarshalBinary.
func (p *PCG) MarshalBinary() ([]byte, error) { return p.AppendBinary(nil) }

// UnmarshalBinary sets the state to one that MarshalBinary has returned.
func (p *PCG) UnmarshalBinary(data []byte) error {
	if len(data) != 20 || string(data[:4]) != "pcg:" {
		return errors.New("invalid PCG encoding")
	}
	p.hi, p.lo = getUint64(string(data[4:12])), getUint64(string(data[12:]))
	return nil
}

// ChaCha8 is a strong Source, by the cipher ChaCha with 8 rounds.
type ChaCha8 struct {
	seed    [4]uint64
	buf     [32]uint64
	next    int // index in buf
	limit   int
	counter uint32

	left  uint64 // what Read has left of the last number
	bytes int
}

const keyWords = 4 // of the last buf of a key, which become the next key

// NewChaCha8 returns a ChaCha8 with a sequence that the seed chooses: equal seeds give equal
// numbers.
func NewChaCha8(seed [32]byte) *ChaCha8 {
	c := new(ChaCha8)
	c.Seed(seed)
	return c
}

// Seed starts the sequence that NewChaCha8 would give.
func (c *ChaCha8) Seed(seed [32]byte) {
	*c = ChaCha8{}
	for i := range c.seed {
		for j := 7; j >= 0; j-- {
			c.seed[i] = c.seed[i]<<8 | uint64(seed[i*8+j])
		}
	}
	c.fill()
}

// Uint64 returns 64 random bits.
func (c *ChaCha8) Uint64() uint64 {
	if c.next >= c.limit {
		c.counter += 4
		if c.counter == 16 {
			copy(c.seed[:], c.buf[len(c.buf)-keyWords:])
			c.counter = 0
		}
		c.fill()
	}
	v := c.buf[c.next]
	c.next++
	return v
}

// fill computes the four blocks from counter on: word i of the blocks is row i of buf.
func (c *ChaCha8) fill() {
	var key [8]uint32
	for i, v := range c.seed {
		key[2*i], key[2*i+1] = uint32(v), uint32(v>>32)
	}
	for lane := uint32(0); lane < 4; lane++ {
		b := [16]uint32{0x61707865, 0x3320646e, 0x79622d32, 0x6b206574}
		copy(b[4:], key[:])
		b[12] = c.counter + lane
		for round := 0; round < 4; round++ {
			quarter(&b, 0, 4, 8, 12)
			quarter(&b, 1, 5, 9, 13)
			quarter(&b, 2, 6, 10, 14)
			quarter(&b, 3, 7, 11, 15)
			quarter(&b, 0, 5, 10, 15)
			quarter(&b, 1, 6, 11, 12)
			quarter(&b, 2, 7, 8, 13)
			quarter(&b, 3, 4, 9, 14)
		}
		for i, k := range key {
			b[4+i] += k
		}
		for i, v := range b {
			slot := &c.buf[i*2+int(lane)/2]
			if lane&1 == 0 {
				*slot = uint64(v)
			} else {
				*slot |= uint64(v) << 32
			}
		}
	}
	c.next, c.limit = 0, len(c.buf)
	if c.counter == 12 {
		c.limit -= keyWords
	}
}

func quarter(b *[16]uint32, i, j, k, l int) {
	w, x, y, z := b[i], b[j], b[k], b[l]
	w += x
	z ^= w
	z = z<<16 | z>>16
	y += z
	x ^= y
	x = x<<12 | x>>20
	w += x
	z ^= w
	z = z<<8 | z>>24
	y += z
	x ^= y
	x = x<<7 | x>>25
	b[i], b[j], b[k], b[l] = w, x, y, z
}

// Read fills p with random bytes. It never fails.
func (c *ChaCha8) Read(p []byte) (n int, err error) {
	for i := range p {
		if c.bytes == 0 {
			c.left = c.Uint64()
			c.bytes = 8
		}
		p[i] = byte(c.left)
		c.left >>= 8
		c.bytes--
	}
	return len(p), nil
}

// AppendBinary appends the state to b, for UnmarshalBinary.
func (c *ChaCha8) AppendBinary(b []byte) ([]byte, error) {
	if c.bytes > 0 {
		b = append(b, "readbuf:"...)
		b = append(b, byte(c.bytes))
		for i := 0; i < c.bytes; i++ {
			b = append(b, byte(c.left>>(8*i)))
		}
	}
	b = append(b, "chacha8:"...)
	b = putUint64(b, uint64(c.counter)/4*32+uint64(c.next))
	for _, v := range c.seed {
		for i := 0; i < 8; i++ {
			b = append(b, byte(v>>(8*i)))
		}
	}
	return b, nil
}

// MarshalBinary returns the state, for UnmarshalBinary.
func (c *ChaCha8) MarshalBinary() ([]byte, error) { return c.AppendBinary(nil) }

// UnmarshalBinary sets the state to one that MarshalBinary has returned.
func (c *ChaCha8) UnmarshalBinary(data []byte) error {
	invalid := errors.New("invalid ChaCha8 encoding")
	s := string(data)
	var left uint64
	bytes := 0
	if len(s) > 8 && s[:8] == "readbuf:" {
		bytes = int(s[8])
		if bytes > 8 || len(s) < 9+bytes {
			return errors.New("invalid ChaCha8 Read buffer encoding")
		}
		for i := bytes - 1; i >= 0; i-- {
			left = left<<8 | uint64(s[9+i])
		}
		s = s[9+bytes:]
	}
	if len(s) != 48 || s[:8] != "chacha8:" {
		return invalid
	}
	used := getUint64(s[8:])
	if used > 4*32-keyWords {
		return invalid
	}
	c.Seed([32]byte([]byte(s[16:])))
	c.counter = uint32(used/32) * 4
	c.fill()
	c.next = int(used % 32)
	if used == 4*32-keyWords {
		c.next = c.limit
	}
	c.left, c.bytes = left, bytes
	return nil
}
