// Package hex writes bytes as hexadecimal digits.
//
//	s := hex.EncodeToString([]byte("Go")) // "476f"
//	b, err := hex.DecodeString(s)
package hex

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

const digits = "0123456789abcdef"

// ErrLength is the error of decoding an odd number of digits.
var ErrLength = errors.New("encoding/hex: odd length hex string")

// InvalidByteError is the error of decoding a byte that is no digit.
type InvalidByteError byte

// Error returns the message with the byte.
func (e InvalidByteError) Error() string {
	return fmt.Sprintf("encoding/hex: invalid byte: %#U", rune(e))
}

// EncodedLen returns how many digits n bytes have, 2*n.
func EncodedLen(n int) int { return n * 2 }

// DecodedLen returns how many bytes x digits stand for, x/2.
func DecodedLen(x int) int { return x / 2 }

// Encode writes the digits of src to dst, which must have room, and returns their number.
func Encode(dst, src []byte) int {
	for i, b := range src {
		dst[2*i] = digits[b>>4]
		dst[2*i+1] = digits[b&15]
	}
	return len(src) * 2
}

// AppendEncode appends the digits of src to dst and returns the longer slice.
func AppendEncode(dst, src []byte) []byte {
	n := len(dst)
	dst = slices.Grow(dst, 2*len(src))[:n+2*len(src)]
	Encode(dst[n:], src)
	return dst
}

// EncodeToString returns the digits of src.
func EncodeToString(src []byte) string { return string(AppendEncode(nil, src)) }

func value(c byte) (byte, bool) {
	switch {
	case '0' <= c && c <= '9':
		return c - '0', true
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10, true
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}

// Decode writes the bytes that src stands for to dst and returns their number. After an error it
// returns how many were good.
func Decode(dst, src []byte) (int, error) {
	i := 0
	for ; i < len(src)/2; i++ {
		high, ok := value(src[2*i])
		if !ok {
			return i, InvalidByteError(src[2*i])
		}
		low, ok := value(src[2*i+1])
		if !ok {
			return i, InvalidByteError(src[2*i+1])
		}
		dst[i] = high<<4 | low
	}
	if len(src)%2 == 1 {
		if _, ok := value(src[len(src)-1]); !ok {
			return i, InvalidByteError(src[len(src)-1])
		}
		return i, ErrLength
	}
	return i, nil
}

// AppendDecode appends the bytes that src stands for to dst and returns the longer slice.
func AppendDecode(dst, src []byte) ([]byte, error) {
	n := len(dst)
	dst = slices.Grow(dst, len(src)/2)[:n+len(src)/2]
	k, err := Decode(dst[n:], src)
	return dst[:n+k], err
}

// DecodeString returns the bytes that s stands for; after an error those before it.
func DecodeString(s string) ([]byte, error) {
	dst := make([]byte, len(s)/2)
	n, err := Decode(dst, []byte(s))
	return dst[:n], err
}

// Dump returns data as a table like that of hexdump -C: offset, digits and characters.
func Dump(data []byte) string {
	if len(data) == 0 {
		return ""
	}
	var b strings.Builder
	d := Dumper(&b)
	d.Write(data)
	d.Close()
	return b.String()
}

type encoder struct {
	w   io.Writer
	err error
}

// NewEncoder returns a writer that writes digits to w.
func NewEncoder(w io.Writer) io.Writer { return &encoder{w: w} }

func (e *encoder) Write(p []byte) (n int, err error) {
	for part := range slices.Chunk(p, 512) {
		if e.err != nil {
			break
		}
		var written int
		written, e.err = e.w.Write(AppendEncode(nil, part))
		n += written / 2
	}
	return n, e.err
}

type decoder struct {
	r   io.Reader
	err error
	in  []byte
	arr [1024]byte
}

// NewDecoder returns a reader of the bytes whose digits r gives.
func NewDecoder(r io.Reader) io.Reader { return &decoder{r: r} }

func (d *decoder) Read(p []byte) (n int, err error) {
	if len(d.in) < 2 && d.err == nil {
		kept := copy(d.arr[:], d.in)
		var read int
		read, d.err = d.r.Read(d.arr[kept:])
		d.in = d.arr[:kept+read]
		if d.err == io.EOF && len(d.in)%2 != 0 {
			if _, ok := value(d.in[len(d.in)-1]); !ok {
				d.err = InvalidByteError(d.in[len(d.in)-1])
			} else {
				d.err = io.ErrUnexpectedEOF
			}
		}
	}
	if available := len(d.in) / 2; len(p) > available {
		p = p[:available]
	}
	n, err = Decode(p, d.in[:len(p)*2])
	d.in = d.in[2*n:]
	if err != nil {
		d.in, d.err = nil, err
	}
	if len(d.in) < 2 {
		return n, d.err
	}
	return n, nil
}

type dumper struct {
	w      io.Writer
	text   [16]byte
	used   int
	n      uint
	closed bool
}

// Dumper returns a writer that writes a table like Dump's to w. Close it, for the last line.
func Dumper(w io.Writer) io.WriteCloser { return &dumper{w: w} }

func printable(b byte) byte {
	if b < 32 || b > 126 {
		return '.'
	}
	return b
}

func (d *dumper) Write(data []byte) (n int, err error) {
	if d.closed {
		return 0, errors.New("encoding/hex: dumper closed")
	}
	for _, b := range data {
		line := ""
		if d.used == 0 {
			line = fmt.Sprintf("%08x  ", d.n)
		}
		line += fmt.Sprintf("%02x ", b)
		switch d.used {
		case 7:
			line += " "
		case 15:
			line += " |"
		}
		if _, err = io.WriteString(d.w, line); err != nil {
			return
		}
		n++
		d.text[d.used] = printable(b)
		d.used++
		d.n++
		if d.used == 16 {
			if _, err = io.WriteString(d.w, string(d.text[:])+"|\n"); err != nil {
				return
			}
			d.used = 0
		}
	}
	return
}

func (d *dumper) Close() (err error) {
	if d.closed {
		return
	}
	d.closed = true
	if d.used == 0 {
		return
	}
	line := strings.Repeat("   ", 16-d.used)
	if d.used < 8 {
		line += " "
	}
	_, err = io.WriteString(d.w, line+" |"+string(d.text[:d.used])+"|\n")
	return
}
