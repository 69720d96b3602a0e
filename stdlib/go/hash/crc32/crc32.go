// Package crc32 has the checksum CRC-32 for any polynomial.
//
//	sum := crc32.ChecksumIEEE(data)
package crc32

import (
	"encoding/binary"
	"errors"
	"hash"
)

// Size is the length of a sum in bytes.
const Size = 4

// IEEE, Castagnoli and Koopman are the usual polynomials; the first is that of Ethernet, zip and
// PNG.
const (
	IEEE       = 0xedb88320
	Castagnoli = 0x82f63b78
	Koopman    = 0xeb31d82e
)

// Table speeds up the sums of a polynomial; MakeTable makes it.
type Table [256]uint32

// IEEETable is the table of IEEE.
var IEEETable = makeTable(IEEE)

// MakeTable returns the table of a polynomial. It must not be changed.
func MakeTable(poly uint32) *Table {
	if poly == IEEE {
		return IEEETable
	}
	return makeTable(poly)
}

// NewIEEE returns a running sum by IEEE.
func NewIEEE() hash.Hash32 { return New(IEEETable) }

// ChecksumIEEE returns the sum of data by IEEE.
func ChecksumIEEE(data []byte) uint32 { return update(0, IEEETable, data) }

// update goes on from crc.
func update(crc uint32, tab *Table, p []byte) uint32

func makeTable(poly uint32) *Table {
	t := new(Table)
	for i := range t {
		crc := uint32(i)
		for range 8 {
			if crc&1 == 1 {
				crc = crc>>1 ^ poly
			} else {
				crc >>= 1
			}
		}
		t[i] = crc
	}
	return t
}

// Update returns the sum of what crc is the sum of, followed by p.
func Update(crc uint32, tab *Table, p []byte) uint32 { return update(crc, tab, p) }

// Checksum returns the sum of data.
func Checksum(data []byte, tab *Table) uint32 { return update(0, tab, data) }

type digest struct {
	crc uint32
	tab *Table
}

// New returns a running sum, which Sum writes with the highest byte first.
func New(tab *Table) hash.Hash32 { return &digest{0, tab} }

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 1 }
func (d *digest) Reset()         { d.crc = 0 }
func (d *digest) Sum32() uint32  { return d.crc }

func (d *digest) Write(p []byte) (n int, err error) {
	d.crc = update(d.crc, d.tab, p)
	return len(p), nil
}

func (d *digest) Sum(b []byte) []byte { return binary.BigEndian.AppendUint32(b, d.crc) }

const magic = "crc\x01"

// tableSum tells states of different tables apart.
func (d *digest) tableSum() uint32 {
	var buf []byte
	for _, x := range d.tab {
		buf = binary.BigEndian.AppendUint32(buf, x)
	}
	return ChecksumIEEE(buf)
}

func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	b = append(b, magic...)
	b = binary.BigEndian.AppendUint32(b, d.tableSum())
	return binary.BigEndian.AppendUint32(b, d.crc), nil
}

func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

func (d *digest) UnmarshalBinary(b []byte) error {
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return errors.New("hash/crc32: invalid hash state identifier")
	}
	if len(b) != len(magic)+2*Size {
		return errors.New("hash/crc32: invalid hash state size")
	}
	if d.tableSum() != binary.BigEndian.Uint32(b[4:]) {
		return errors.New("hash/crc32: tables do not match")
	}
	d.crc = binary.BigEndian.Uint32(b[4+Size:])
	return nil
}

func (d *digest) Clone() (hash.Cloner, error) {
	c := *d
	return &c, nil
}
