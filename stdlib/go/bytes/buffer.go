package bytes

import (
	"errors"
	"io"
	"unicode/utf8"
)

// MinRead is how much room ReadFrom makes at least for each Read.
const MinRead = 512

// ErrTooLarge is what Buffer panics with when there is no memory for more.
var ErrTooLarge = errors.New("bytes.Buffer: too large")

var errNegativeRead = errors.New("bytes.Buffer: reader returned negative count from Read")

// Buffer is a queue of bytes: writes append, reads take from the front. The zero value is empty and
// ready. Goroutines must not share it without a lock.
type Buffer struct {
	buf  []byte
	off  int  // what is before it has been read
	last int8 // the last operation: readNothing, readBytes or the size of the rune that ReadRune read
}

const (
	readNothing = 0
	readBytes   = -1
)

// NewBuffer returns a Buffer that begins with the contents of buf, which belongs to it from now on.
// new(bytes.Buffer) makes an empty one.
func NewBuffer(buf []byte) *Buffer { return &Buffer{buf: buf} }

// NewBufferString returns a Buffer that begins with s.
func NewBufferString(s string) *Buffer { return &Buffer{buf: []byte(s)} }

// Bytes returns what is not yet read. It is valid until the next change of the buffer.
func (b *Buffer) Bytes() []byte { return b.buf[b.off:] }

// AvailableBuffer returns the free room as an empty slice: append to it and give it to Write at
// once.
func (b *Buffer) AvailableBuffer() []byte { return b.buf[len(b.buf):] }

// String returns what is not yet read; "<nil>" for a nil *Buffer.
func (b *Buffer) String() string {
	if b == nil {
		return "<nil>"
	}
	return string(b.buf[b.off:])
}

// Peek returns the next n bytes without taking them; with io.EOF if there are fewer. They are valid
// until the next change.
func (b *Buffer) Peek(n int) ([]byte, error) {
	if b.Len() < n {
		return b.buf[b.off:], io.EOF
	}
	return b.buf[b.off : b.off+n], nil
}

// Len returns the number of bytes not yet read.
func (b *Buffer) Len() int { return len(b.buf) - b.off }

// Cap returns the size of the buffer's memory.
func (b *Buffer) Cap() int { return cap(b.buf) }

// Available returns how many bytes can be written without new memory.
func (b *Buffer) Available() int { return cap(b.buf) - len(b.buf) }

// Truncate keeps only the first n of the bytes not yet read. It panics if there are fewer.
func (b *Buffer) Truncate(n int) {
	if n == 0 {
		b.Reset()
		return
	}
	b.last = readNothing
	if n < 0 || n > b.Len() {
		panic("bytes.Buffer: truncation out of range")
	}
	b.buf = b.buf[:b.off+n]
}

// Reset makes the buffer empty and keeps its memory for later writes.
func (b *Buffer) Reset() {
	b.buf = b.buf[:0]
	b.off = 0
	b.last = readNothing
}

// room makes space for n more bytes and returns where they go.
func (b *Buffer) room(n int) int {
	if b.off > 0 && b.off == len(b.buf) {
		b.Reset()
	}
	size := len(b.buf)
	if n <= cap(b.buf)-size {
		b.buf = b.buf[:size+n]
		return size
	}
	size -= b.off
	switch {
	case b.buf == nil && n <= 64:
		b.buf = make([]byte, n, 64)
	case n <= cap(b.buf)/2-size:
		copy(b.buf, b.buf[b.off:])
		b.buf = b.buf[:size+n]
	case cap(b.buf) > 1<<62-n:
		panic(ErrTooLarge)
	default:
		grown := make([]byte, size+n, 2*cap(b.buf)+n)
		copy(grown, b.buf[b.off:])
		b.buf = grown
	}
	b.off = 0
	return size
}

// Grow makes room for n more bytes. It panics if n is negative.
func (b *Buffer) Grow(n int) {
	if n < 0 {
		panic("bytes.Buffer.Grow: negative count")
	}
	i := b.room(n)
	b.buf = b.buf[:i]
}

// Write appends p. The error is always nil.
func (b *Buffer) Write(p []byte) (n int, err error) {
	b.last = readNothing
	i := b.room(len(p))
	return copy(b.buf[i:], p), nil
}

// WriteString appends s. The error is always nil.
func (b *Buffer) WriteString(s string) (n int, err error) {
	b.last = readNothing
	i := b.room(len(s))
	return copy(b.buf[i:], s), nil
}

// WriteByte appends c. The error is always nil.
func (b *Buffer) WriteByte(c byte) error {
	b.last = readNothing
	i := b.room(1)
	b.buf[i] = c
	return nil
}

// WriteRune appends r in UTF-8 and returns its number of bytes. The error is always nil.
func (b *Buffer) WriteRune(r rune) (n int, err error) {
	if uint32(r) < utf8.RuneSelf {
		b.WriteByte(byte(r))
		return 1, nil
	}
	b.last = readNothing
	i := b.room(utf8.UTFMax)
	b.buf = utf8.AppendRune(b.buf[:i], r)
	return len(b.buf) - i, nil
}

// ReadFrom appends all that r gives until its end.
func (b *Buffer) ReadFrom(r io.Reader) (n int64, err error) {
	b.last = readNothing
	for {
		i := b.room(MinRead)
		b.buf = b.buf[:i]
		m, err := r.Read(b.buf[i:cap(b.buf)])
		if m < 0 {
			panic(errNegativeRead)
		}
		b.buf = b.buf[:i+m]
		n += int64(m)
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}

// WriteTo writes all that is not yet read to w.
func (b *Buffer) WriteTo(w io.Writer) (n int64, err error) {
	b.last = readNothing
	if size := b.Len(); size > 0 {
		m, err := w.Write(b.buf[b.off:])
		if m > size {
			panic("bytes.Buffer.WriteTo: invalid Write count")
		}
		b.off += m
		n = int64(m)
		if err != nil {
			return n, err
		}
		if m != size {
			return n, io.ErrShortWrite
		}
	}
	b.Reset()
	return n, nil
}

// Read takes up to len(p) bytes; io.EOF if there are none and p is not empty.
func (b *Buffer) Read(p []byte) (n int, err error) {
	b.last = readNothing
	if b.off >= len(b.buf) {
		b.Reset()
		if len(p) == 0 {
			return 0, nil
		}
		return 0, io.EOF
	}
	n = copy(p, b.buf[b.off:])
	b.off += n
	if n > 0 {
		b.last = readBytes
	}
	return n, nil
}

// Next takes the next n bytes, or what there is. They are valid until the next change.
func (b *Buffer) Next(n int) []byte {
	b.last = readNothing
	n = min(n, b.Len())
	data := b.buf[b.off : b.off+n]
	b.off += n
	if n > 0 {
		b.last = readBytes
	}
	return data
}

// ReadByte takes one byte; io.EOF if there is none.
func (b *Buffer) ReadByte() (byte, error) {
	if b.off >= len(b.buf) {
		b.Reset()
		return 0, io.EOF
	}
	c := b.buf[b.off]
	b.off++
	b.last = readBytes
	return c, nil
}

// ReadRune takes one character and returns its number of bytes too. An invalid byte is
// utf8.RuneError of size 1.
func (b *Buffer) ReadRune() (r rune, size int, err error) {
	if b.off >= len(b.buf) {
		b.Reset()
		return 0, 0, io.EOF
	}
	r, size = utf8.DecodeRune(b.buf[b.off:])
	b.off += size
	b.last = int8(size)
	return r, size, nil
}

// UnreadRune puts the character back that the last call, a ReadRune, has taken.
func (b *Buffer) UnreadRune() error {
	if b.last <= readNothing {
		return errors.New("bytes.Buffer: UnreadRune: previous operation was not a successful ReadRune")
	}
	if b.off >= int(b.last) {
		b.off -= int(b.last)
	}
	b.last = readNothing
	return nil
}

// UnreadByte puts the last byte back that the last call, a read, has taken.
func (b *Buffer) UnreadByte() error {
	if b.last == readNothing {
		return errors.New("bytes.Buffer: UnreadByte: previous operation was not a successful read")
	}
	b.last = readNothing
	if b.off > 0 {
		b.off--
	}
	return nil
}

// ReadBytes takes the bytes up to and with the first delim. If there is none, it returns all there
// is, and io.EOF. They are a copy.
func (b *Buffer) ReadBytes(delim byte) (line []byte, err error) {
	part, err := b.readSlice(delim)
	return append(line, part...), err
}

// ReadString takes the text up to and with the first delim. If there is none, it returns all there
// is, and io.EOF.
func (b *Buffer) ReadString(delim byte) (line string, err error) {
	part, err := b.readSlice(delim)
	return string(part), err
}

func (b *Buffer) readSlice(delim byte) (line []byte, err error) {
	end := len(b.buf)
	if i := IndexByte(b.buf[b.off:], delim); i >= 0 {
		end = b.off + i + 1
	} else {
		err = io.EOF
	}
	line = b.buf[b.off:end]
	b.off = end
	b.last = readBytes
	return line, err
}
