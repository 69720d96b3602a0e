// Package utf8 turns characters into bytes of UTF-8 and back.
//
//	fmt.Println(utf8.RuneCountInString("héllo"), len("héllo")) // 5 6
package utf8

// RuneError and the others are numbers of the encoding.
const (
	RuneError = '\uFFFD'     // stands for invalid bytes
	RuneSelf  = 0x80         // smaller bytes are characters by themselves
	MaxRune   = '\U0010FFFF' // the greatest character
	UTFMax    = 4            // the most bytes that a character needs
)

// EncodeRune writes r in UTF-8 to p, U+FFFD if it is no character, and returns the number of bytes.
// It panics if p is too short.
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

// RuneLen returns how many bytes r needs, -1 if it is no character.
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

// RuneStart reports whether a character may begin with b.
func RuneStart(b byte) bool { return b&0xC0 != 0x80 }

// ValidRune reports whether r is a character: neither a surrogate nor out of range.
func ValidRune(r rune) bool {
	return 0 <= r && r < 0xD800 || 0xDFFF < r && r <= MaxRune
}
