// Package blockhash is what the hash functions that work block by block have in common.
package blockhash

import (
	"encoding/binary"
	"errors"
	"hash"
)

// A Kind chooses the function that compresses blocks.
type Kind int

const (
	MD5 Kind = iota
	SHA1
	SHA256
	SHA512
)

// compress works whole blocks into the state.
func compress(kind Kind, state *[8]uint64, blocks []byte)

// A Function is a hash function.
type Function struct {
	Package string // in errors
	Kind    Kind
	Words   int // of the state
	Wide    bool
	Block   int
	Size    int
	Magic   string
	Init    [8]uint64
}

// A Digest is a running sum.
type Digest struct {
	f     *Function
	state [8]uint64
	buf   [128]byte
	n     int
	len   uint64
}

func New(f *Function) *Digest {
	d := &Digest{f: f}
	d.Reset()
	return d
}

func (d *Digest) Size() int      { return d.f.Size }
func (d *Digest) BlockSize() int { return d.f.Block }

func (d *Digest) Reset() {
	d.state = d.f.Init
	d.n, d.len = 0, 0
}

func (d *Digest) Write(p []byte) (int, error) {
	n := len(p)
	d.len += uint64(n)
	block := d.f.Block
	if d.n > 0 {
		k := copy(d.buf[d.n:block], p)
		d.n += k
		p = p[k:]
		if d.n < block {
			return n, nil
		}
		compress(d.f.Kind, &d.state, d.buf[:block])
		d.n = 0
	}
	if whole := len(p) / block * block; whole > 0 {
		compress(d.f.Kind, &d.state, p[:whole])
		p = p[whole:]
	}
	d.n = copy(d.buf[:], p)
	return n, nil
}

func (d *Digest) order() binary.AppendByteOrder {
	if d.f.Kind == MD5 {
		return binary.LittleEndian
	}
	return binary.BigEndian
}

func (d *Digest) appendState(b []byte, order binary.AppendByteOrder) []byte {
	for _, w := range d.state[:d.f.Words] {
		if d.f.Wide {
			b = order.AppendUint64(b, w)
		} else {
			b = order.AppendUint32(b, uint32(w))
		}
	}
	return b
}

// Sum appends the sum so far.
func (d *Digest) Sum(b []byte) []byte {
	c := *d
	block := c.f.Block
	lengthSize := block / 8
	tail := append(append([]byte(nil), c.buf[:c.n]...), 0x80)
	for len(tail)%block != block-lengthSize {
		tail = append(tail, 0)
	}
	bits := c.len * 8
	if lengthSize == 16 {
		tail = binary.BigEndian.AppendUint64(tail, c.len>>61)
	}
	tail = c.order().AppendUint64(tail, bits)
	compress(c.f.Kind, &c.state, tail)
	return append(b, c.appendState(nil, c.order())[:c.f.Size]...)
}

// SumOf is the sum of data.
func SumOf(f *Function, data []byte) []byte {
	d := New(f)
	d.Write(data)
	return d.Sum(nil)
}

func (d *Digest) AppendBinary(b []byte) ([]byte, error) {
	b = append(b, d.f.Magic...)
	b = d.appendState(b, binary.BigEndian)
	b = append(b, d.buf[:d.n]...)
	b = append(b, make([]byte, d.f.Block-d.n)...)
	return binary.BigEndian.AppendUint64(b, d.len), nil
}

func (d *Digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

func (d *Digest) UnmarshalBinary(b []byte) error {
	f := d.f
	if len(b) < len(f.Magic) || string(b[:len(f.Magic)]) != f.Magic {
		return errors.New(f.Package + ": invalid hash state identifier")
	}
	size := 4
	if f.Wide {
		size = 8
	}
	if len(b) != len(f.Magic)+f.Words*size+f.Block+8 {
		return errors.New(f.Package + ": invalid hash state size")
	}
	b = b[len(f.Magic):]
	for i := range f.Words {
		if f.Wide {
			d.state[i] = binary.BigEndian.Uint64(b)
		} else {
			d.state[i] = uint64(binary.BigEndian.Uint32(b))
		}
		b = b[size:]
	}
	b = b[copy(d.buf[:f.Block], b):]
	d.len = binary.BigEndian.Uint64(b)
	d.n = int(d.len % uint64(f.Block))
	return nil
}

func (d *Digest) Clone() (hash.Cloner, error) {
	c := *d
	return &c, nil
}
