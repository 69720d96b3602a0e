package strings

import (
	"unicode/utf8"
	"unsafe"
)

// Builder builds a string piece by piece without copying what it has over and over. The zero value
// is ready. It must not be copied once in use.
//
//	var b strings.Builder
//	for i := range 3 {
//		fmt.Fprintf(&b, "%d;", i)
//	}
//	s := b.String() // "0;1;2;"
type Builder struct {
	self *Builder
	buf  []byte
}

// claim makes b its own at the first use; it panics if b is a copy of a used Builder.
func (b *Builder) claim() {
	if b.self != nil {
		panic("strings: illegal use of non-zero Builder copied by value")
	}
	b.self = b
}

// String returns what was written so far. One may go on writing.
func (b *Builder) String() string { return unsafe.String(unsafe.SliceData(b.buf), len(b.buf)) }

// Len returns the number of bytes written so far.
func (b *Builder) Len() int { return len(b.buf) }

// Cap returns how many bytes the builder's memory has room for, with those written.
func (b *Builder) Cap() int { return cap(b.buf) }

// Reset makes b empty. Strings that it has returned stay as they are.
func (b *Builder) Reset() { *b = Builder{} }

// Grow makes room for n more bytes, so that writing them needs no new memory. It panics if n is
// negative.
func (b *Builder) Grow(n int) {
	if b.self != b {
		b.claim()
	}
	if n < 0 {
		panic("strings.Builder.Grow: negative count")
	}
	if cap(b.buf)-len(b.buf) < n {
		grown := make([]byte, len(b.buf), 2*cap(b.buf)+n)
		copy(grown, b.buf)
		b.buf = grown
	}
}

// Write appends p. The error is always nil.
func (b *Builder) Write(p []byte) (int, error) {
	if b.self != b {
		b.claim()
	}
	b.buf = append(b.buf, p...)
	return len(p), nil
}

// WriteByte appends c. The error is always nil.
func (b *Builder) WriteByte(c byte) error {
	if b.self != b {
		b.claim()
	}
	b.buf = append(b.buf, c)
	return nil
}

// WriteRune appends r in UTF-8 and returns its number of bytes. The error is always nil.
func (b *Builder) WriteRune(r rune) (int, error) {
	if b.self != b {
		b.claim()
	}
	if uint32(r) < utf8.RuneSelf {
		b.buf = append(b.buf, byte(r))
		return 1, nil
	}
	n := len(b.buf)
	b.buf = utf8.AppendRune(b.buf, r)
	return len(b.buf) - n, nil
}

// WriteString appends s. The error is always nil.
func (b *Builder) WriteString(s string) (int, error) {
	if b.self != b {
		b.claim()
	}
	b.buf = append(b.buf, s...)
	return len(s), nil
}
