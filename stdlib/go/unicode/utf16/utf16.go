// Package utf16 turns characters into 16-bit words and back.
package utf16

const replacement = '\uFFFD'

// IsSurrogate reports whether r is one half of a pair that stands for one character.
func IsSurrogate(r rune) bool { return 0xD800 <= r && r < 0xE000 }

// DecodeRune returns the character that a pair of surrogates stands for, U+FFFD if they are none.
func DecodeRune(r1, r2 rune) rune {
	if r1>>10 == 0xD800>>10 && r2>>10 == 0xDC00>>10 {
		return (r1-0xD800)<<10 + (r2 - 0xDC00) + 0x10000
	}
	return replacement
}

// EncodeRune returns the pair of surrogates for r, U+FFFD twice if it needs none.
func EncodeRune(r rune) (r1, r2 rune) {
	if r < 0x10000 || r > 0x10FFFF {
		return replacement, replacement
	}
	r -= 0x10000
	return 0xD800 + r>>10, 0xDC00 + r&0x3FF
}

// RuneLen returns how many words r needs, -1 if it is no character.
func RuneLen(r rune) int {
	switch {
	case r < 0 || IsSurrogate(r) || r > 0x10FFFF:
		return -1
	case r < 0x10000:
		return 1
	}
	return 2
}

// AppendRune appends the words for r to a, for U+FFFD if it is no character.
func AppendRune(a []uint16, r rune) []uint16 {
	switch RuneLen(r) {
	case 1:
		return append(a, uint16(r))
	case 2:
		r1, r2 := EncodeRune(r)
		return append(a, uint16(r1), uint16(r2))
	}
	return append(a, replacement)
}

// Encode returns the words for the characters s.
func Encode(s []rune) []uint16 {
	a := make([]uint16, 0, len(s))
	for _, r := range s {
		a = AppendRune(a, r)
	}
	return a
}

// Decode returns the characters that the words s stand for; surrogates without their other half
// become U+FFFD.
func Decode(s []uint16) []rune {
	out := make([]rune, 0, len(s))
	for i := 0; i < len(s); i++ {
		r := rune(s[i])
		if IsSurrogate(r) {
			pair := rune(replacement)
			if i+1 < len(s) {
				pair = DecodeRune(r, rune(s[i+1]))
			}
			if pair != replacement {
				i++
			}
			r = pair
		}
		out = append(out, r)
	}
	return out
}
