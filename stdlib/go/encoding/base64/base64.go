// Package base64 writes bytes as text of 64 different characters, which any medium can carry.
//
//	s := base64.StdEncoding.EncodeToString([]byte("hello"))
//	b, err := base64.StdEncoding.DecodeString(s)
package base64

import (
	"io"
	"slices"
	"strconv"
)

// Encoding is an alphabet of 64 characters and a way to fill up the last group. Goroutines may
// share it.
type Encoding struct {
	encode [64]byte
	decode [256]uint8
	pad    rune
	strict bool
}

// StdPadding is the usual character to fill up the last group, NoPadding stands for none.
const (
	StdPadding rune = '='
	NoPadding  rune = -1
)

const invalid = 0xff

// NewEncoding makes an encoding of 64 different characters, padded by =. It panics if they are no
// good.
func NewEncoding(encoder string) *Encoding {
	if len(encoder) != 64 {
		panic("encoding alphabet is not 64-bytes long")
	}
	e := &Encoding{pad: StdPadding}
	copy(e.encode[:], encoder)
	for i := range e.decode {
		e.decode[i] = invalid
	}
	for i := range len(encoder) {
		switch {
		case encoder[i] == '\n' || encoder[i] == '\r':
			panic("encoding alphabet contains newline character")
		case e.decode[encoder[i]] != invalid:
			panic("encoding alphabet includes duplicate symbols")
		}
		e.decode[encoder[i]] = uint8(i)
	}
	return e
}

// WithPadding returns the encoding with another character to fill up the last group, or NoPadding.
func (enc Encoding) WithPadding(padding rune) *Encoding {
	switch {
	case padding < NoPadding || padding == '\r' || padding == '\n' || padding > 0xff:
		panic("invalid padding")
	case padding != NoPadding && enc.decode[byte(padding)] != invalid:
		panic("padding contained in alphabet")
	}
	enc.pad = padding
	return &enc
}

// The encodings of RFC 4648, with another alphabet for addresses and file names, and without padding.
var (
	// StdEncoding has the usual alphabet, with + and /.
	StdEncoding = NewEncoding("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
	// URLEncoding has - and _ instead, for URLs and file names.
	URLEncoding = NewEncoding("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
	// RawStdEncoding is StdEncoding without padding.
	RawStdEncoding = StdEncoding.WithPadding(NoPadding)
	// RawURLEncoding is URLEncoding without padding.
	RawURLEncoding = URLEncoding.WithPadding(NoPadding)
)

// Groups of plain bytes become groups of characters.
const (
	plain = 3
	chars = 4
	bits  = 6
)

// EncodedLen returns how many characters n bytes need.
func (enc *Encoding) EncodedLen(n int) int {
	if enc.pad == NoPadding {
		return n/plain*chars + (n%plain*8+bits-1)/bits
	}
	return (n + plain - 1) / plain * chars
}

// DecodedLen returns how many bytes n characters stand for at most.
func (enc *Encoding) DecodedLen(n int) int {
	if enc.pad == NoPadding {
		return n/chars*plain + n%chars*bits/8
	}
	return n / chars * plain
}

// Encode writes the characters for src to dst, which must have room for EncodedLen(len(src)).
func (enc *Encoding) Encode(dst, src []byte) {
	for len(src) > 0 {
		n := min(len(src), plain)
		var group uint64
		for _, b := range src[:n] {
			group = group<<8 | uint64(b)
		}
		used := (n*8 + bits - 1) / bits
		group <<= uint(used*bits - n*8)
		for i := used - 1; i >= 0; i-- {
			dst[i] = enc.encode[group&(1<<bits-1)]
			group >>= bits
		}
		if used < chars {
			if enc.pad == NoPadding {
				return
			}
			for i := used; i < chars; i++ {
				dst[i] = byte(enc.pad)
			}
		}
		dst, src = dst[chars:], src[n:]
	}
}

// AppendEncode appends the characters for src to dst and returns the longer slice.
func (enc *Encoding) AppendEncode(dst, src []byte) []byte {
	n, more := len(dst), enc.EncodedLen(len(src))
	dst = slices.Grow(dst, more)[:n+more]
	enc.Encode(dst[n:], src)
	return dst
}

// EncodeToString returns the characters for src.
func (enc *Encoding) EncodeToString(src []byte) string { return string(enc.AppendEncode(nil, src)) }

type encoder struct {
	enc *Encoding
	w   io.Writer
	buf []byte
	err error
}

// NewEncoder returns a writer that encodes to w. Close it, for the last group.
func NewEncoder(enc *Encoding, w io.Writer) io.WriteCloser { return &encoder{enc: enc, w: w} }

func (e *encoder) Write(p []byte) (n int, err error) {
	if e.err != nil {
		return 0, e.err
	}
	e.buf = append(e.buf, p...)
	whole := len(e.buf) / plain * plain
	if whole > 0 {
		if _, e.err = e.w.Write(e.enc.AppendEncode(nil, e.buf[:whole])); e.err != nil {
			return 0, e.err
		}
		e.buf = append(e.buf[:0], e.buf[whole:]...)
	}
	return len(p), nil
}

func (e *encoder) Close() error {
	if e.err == nil && len(e.buf) > 0 {
		_, e.err = e.w.Write(e.enc.AppendEncode(nil, e.buf))
		e.buf = nil
	}
	return e.err
}

// CorruptInputError is the error of decoding: the offset of what is wrong.
type CorruptInputError int64

// Error returns the message with the offset.
func (e CorruptInputError) Error() string {
	return "illegal base64 data at input byte " + strconv.FormatInt(int64(e), 10)
}

// Strict returns the encoding with a stricter decoder: bits of the last group that stand for
// nothing must be zero.
func (enc Encoding) Strict() *Encoding {
	enc.strict = true
	return &enc
}

// Decode writes the bytes that src stands for to dst and returns their number. Newlines are
// skipped. After an error it returns how many were good.
func (enc *Encoding) Decode(dst, src []byte) (n int, err error) {
	i := 0
	// next is the next character that is no line break.
	next := func() (c byte, at int, ok bool) {
		for i < len(src) {
			c = src[i]
			i++
			if c != '\n' && c != '\r' {
				return c, i - 1, true
			}
		}
		return 0, i, false
	}
	for {
		var group [chars]byte
		have, ended := chars, false
		for j := range group {
			c, at, ok := next()
			if !ok {
				if j == 0 {
					return n, nil
				}
				if j == 1 || enc.pad != NoPadding {
					return n, CorruptInputError(at - j)
				}
				have, ended = j, true
				break
			}
			if v := enc.decode[c]; v != invalid {
				group[j] = v
				continue
			}
			if rune(c) != enc.pad {
				return n, CorruptInputError(at)
			}
			// The end: one or two padding characters.
			switch j {
			case 0, 1:
				return n, CorruptInputError(at)
			case 2:
				c, at, ok := next()
				if !ok {
					return n, CorruptInputError(len(src))
				}
				if rune(c) != enc.pad {
					return n, CorruptInputError(at - 1)
				}
			}
			if _, at, ok := next(); ok {
				err = CorruptInputError(at)
			}
			have, ended = j, true
			break
		}
		word := uint32(group[0])<<18 | uint32(group[1])<<12 | uint32(group[2])<<6 | uint32(group[3])
		decoded := [plain]byte{byte(word >> 16), byte(word >> 8), byte(word)}
		bytes := have * bits / 8
		if enc.strict && bytes < plain && decoded[bytes] != 0 {
			return n, CorruptInputError(i - plain + bytes)
		}
		n += copy(dst[n:], decoded[:bytes])
		if ended || err != nil {
			return n, err
		}
	}
}

// AppendDecode appends the bytes that src stands for to dst and returns the longer slice.
func (enc *Encoding) AppendDecode(dst, src []byte) ([]byte, error) {
	n, more := len(dst), enc.DecodedLen(len(src))
	dst = slices.Grow(dst, more)[:n+more]
	k, err := enc.Decode(dst[n:], src)
	return dst[:n+k], err
}

// DecodeString returns the bytes that s stands for.
func (enc *Encoding) DecodeString(s string) ([]byte, error) {
	dst := make([]byte, enc.DecodedLen(len(s)))
	n, err := enc.Decode(dst, []byte(s))
	return dst[:n], err
}

type decoder struct {
	enc  *Encoding
	r    io.Reader
	in   []byte
	out  []byte
	err  error
	eof  bool
	read [1024]byte
}

// NewDecoder returns a reader of the bytes that the characters of r stand for.
func NewDecoder(enc *Encoding, r io.Reader) io.Reader { return &decoder{enc: enc, r: r} }

func (d *decoder) Read(p []byte) (n int, err error) {
	for len(d.out) == 0 {
		if d.err != nil {
			return 0, d.err
		}
		d.fill()
	}
	n = copy(p, d.out)
	d.out = d.out[n:]
	return n, nil
}

// fill decodes as many groups as are there.
func (d *decoder) fill() {
	for len(d.in) < chars && !d.eof && d.err == nil {
		n, err := d.r.Read(d.read[:])
		for _, c := range d.read[:n] {
			if c != '\r' && c != '\n' {
				d.in = append(d.in, c)
			}
		}
		if err == io.EOF {
			d.eof = true
		} else {
			d.err = err
		}
	}
	if len(d.in) < chars {
		if d.err != nil {
			return
		}
		if len(d.in) > 0 && d.enc.pad == NoPadding {
			d.out, d.err = d.enc.AppendDecode(nil, d.in)
			d.in = nil
			if d.err == nil {
				d.err = io.EOF
			}
			return
		}
		d.err = io.EOF
		if len(d.in) > 0 {
			d.err = io.ErrUnexpectedEOF
		}
		return
	}
	whole := len(d.in) / chars * chars
	var err error
	d.out, err = d.enc.AppendDecode(nil, d.in[:whole])
	if err != nil {
		d.err = err
	}
	d.in = append(d.in[:0], d.in[whole:]...)
}
