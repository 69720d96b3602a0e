package bytes

import (
	"errors"
	"io"
	"unicode/utf8"
)

// Reader reads from a slice of bytes: it is an io.Reader, io.ReaderAt, io.Seeker, io.ByteScanner,
// io.RuneScanner and io.WriterTo. The zero value has nothing to read.
type Reader struct {
	s    []byte
	off  int64
	last int // offset of the rune that ReadRune read just now, or -1
}

// NewReader returns a Reader of s.
func NewReader(b []byte) *Reader { return &Reader{b, 0, -1} }

// Len returns the number of bytes not yet read.
func (r *Reader) Len() int { return max(0, len(r.s)-int(r.off)) }

// Size returns the length of the whole slice.
func (r *Reader) Size() int64 { return int64(len(r.s)) }

// Reset makes r read s from its beginning.
func (r *Reader) Reset(b []byte) { *r = Reader{b, 0, -1} }

// Read reads up to len(b) bytes into b; at the end of the slice it returns 0 and io.EOF.
func (r *Reader) Read(b []byte) (n int, err error) {
	if r.off >= int64(len(r.s)) {
		return 0, io.EOF
	}
	r.last = -1
	n = copy(b, r.s[r.off:])
	r.off += int64(n)
	return n, nil
}

// ReadAt reads into b from the offset off, without moving the place of Read. If it cannot fill b
// the error is io.EOF.
func (r *Reader) ReadAt(b []byte, off int64) (n int, err error) {
	if off < 0 {
		return 0, errors.New("bytes.Reader.ReadAt: negative offset")
	}
	if off >= int64(len(r.s)) {
		return 0, io.EOF
	}
	n = copy(b, r.s[off:])
	if n < len(b) {
		err = io.EOF
	}
	return n, err
}

// ReadByte reads one byte; io.EOF at the end.
func (r *Reader) ReadByte() (byte, error) {
	r.last = -1
	if r.off >= int64(len(r.s)) {
		return 0, io.EOF
	}
	r.off++
	return r.s[r.off-1], nil
}

// UnreadByte goes back by one byte; an error at the beginning.
func (r *Reader) UnreadByte() error {
	if r.off <= 0 {
		return errors.New("bytes.Reader.UnreadByte: at beginning of slice")
	}
	r.last = -1
	r.off--
	return nil
}

// ReadRune reads one character and returns it and its number of bytes; an invalid byte is
// utf8.RuneError of size 1; io.EOF at the end.
func (r *Reader) ReadRune() (ch rune, size int, err error) {
	if r.off >= int64(len(r.s)) {
		r.last = -1
		return 0, 0, io.EOF
	}
	r.last = int(r.off)
	ch, size = utf8.DecodeRune(r.s[r.off:])
	r.off += int64(size)
	return ch, size, nil
}

// UnreadRune goes back to before the last ReadRune; an error if the last call was another one.
func (r *Reader) UnreadRune() error {
	if r.off <= 0 {
		return errors.New("bytes.Reader.UnreadRune: at beginning of slice")
	}
	if r.last < 0 {
		return errors.New("bytes.Reader.UnreadRune: previous operation was not ReadRune")
	}
	r.off = int64(r.last)
	r.last = -1
	return nil
}

// Seek moves to offset, counted from what whence says (io.SeekStart, io.SeekCurrent, io.SeekEnd),
// and returns the offset from the beginning. Before the beginning is an error, beyond the end is
// not.
func (r *Reader) Seek(offset int64, whence int) (int64, error) {
	r.last = -1
	switch whence {
	case io.SeekStart:
	case io.SeekCurrent:
		offset += r.off
	case io.SeekEnd:
		offset += int64(len(r.s))
	default:
		return 0, errors.New("bytes.Reader.Seek: invalid whence")
	}
	if offset < 0 {
		return 0, errors.New("bytes.Reader.Seek: negative position")
	}
	r.off = offset
	return offset, nil
}

// WriteTo writes all that is not yet read to w.
func (r *Reader) WriteTo(w io.Writer) (n int64, err error) {
	r.last = -1
	if r.off >= int64(len(r.s)) {
		return 0, nil
	}
	s := r.s[r.off:]
	m, err := w.Write(s)
	if m > len(s) {
		panic("bytes.Reader.WriteTo: invalid Write count")
	}
	r.off += int64(m)
	if m != len(s) && err == nil {
		err = io.ErrShortWrite
	}
	return int64(m), err
}
