package strings

import (
	"unicode/utf8"
	"unsafe"
)

// Builder builds a string; the zero value is ready. It must not be copied once used.
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

// String returns the string built so far, without copying it.
func (b *Builder) String() string { return unsafe.String(unsafe.SliceData(b.buf), len(b.buf)) }

// Len returns the number of bytes built.
func (b *Builder) Len() int { return len(b.buf) }

// Cap returns the size of the space in use.
func (b *Builder) Cap() int { return cap(b.buf) }

// Reset empties b.
func (b *Builder) Reset() { *b = Builder{} }

// Grow makes room for n more bytes.
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

func (b *Builder) Write(p []byte) (int, error) {
	if b.self != b {
		b.claim()
	}
	b.buf = append(b.buf, p...)
	return len(p), nil
}

func (b *Builder) WriteByte(c byte) error {
	if b.self != b {
		b.claim()
	}
	b.buf = append(b.buf, c)
	return nil
}

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

func (b *Builder) WriteString(s string) (int, error) {
	if b.self != b {
		b.claim()
	}
	b.buf = append(b.buf, s...)
	return len(s), nil
}
