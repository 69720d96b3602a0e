// Package utf8 encodes and decodes UTF-8.
package utf8

const (
	RuneError = '\uFFFD'
	RuneSelf  = 0x80
	MaxRune   = '\U0010FFFF'
	UTFMax    = 4
)

// EncodeRune writes r (or RuneError, if r is invalid) into p and returns the number of bytes.
func EncodeRune(p []byte, r rune) int {
	switch {
	case uint32(r) < 0x80:
		p[0] = byte(r)
		return 1
	case uint32(r) < 0x800:
		_ = p[1]
		p[0] = 0xC0 | byte(r>>6)
		p[1] = 0x80 | byte(r)&0x3F
		return 2
	case !ValidRune(r):
		r = RuneError
	case r >= 0x10000:
		_ = p[3]
		p[0] = 0xF0 | byte(r>>18)
		p[1] = 0x80 | byte(r>>12)&0x3F
		p[2] = 0x80 | byte(r>>6)&0x3F
		p[3] = 0x80 | byte(r)&0x3F
		return 4
	}
	_ = p[2]
	p[0] = 0xE0 | byte(r>>12)
	p[1] = 0x80 | byte(r>>6)&0x3F
	p[2] = 0x80 | byte(r)&0x3F
	return 3
}

// RuneLen returns the number of bytes in the encoding of r, or -1 if r is invalid.
func RuneLen(r rune) int {
	switch {
	case r < 0:
		return -1
	case r < 0x80:
		return 1
	case r < 0x800:
		return 2
	case 0xD800 <= r && r <= 0xDFFF || r > MaxRune:
		return -1
	case r < 0x10000:
		return 3
	}
	return 4
}

// RuneStart reports whether b is not a continuation byte.
func RuneStart(b byte) bool { return b&0xC0 != 0x80 }

// ValidRune reports whether r can be encoded.
func ValidRune(r rune) bool {
	return 0 <= r && r < 0xD800 || 0xDFFF < r && r <= MaxRune
}
