// Package bytes has functions for byte slices.
package bytes

import (
	"iter"
	"unicode"
	"unicode/utf8"
	"unsafe"
)

// Clone returns a copy of b, nil for nil.
func Clone(b []byte) []byte {
	if b == nil {
		return nil
	}
	return append([]byte{}, b...)
}

// ContainsAny reports whether b has one of the characters of chars.
func ContainsAny(b []byte, chars string) bool { return IndexAny(b, chars) >= 0 }

// ContainsRune reports whether b has the character r.
func ContainsRune(b []byte, r rune) bool { return IndexRune(b, r) >= 0 }

// ContainsFunc reports whether f is true for a character of b.
func ContainsFunc(b []byte, f func(rune) bool) bool { return IndexFunc(b, f) >= 0 }

// IndexFunc returns the index of the first character for which f is true, or -1.
func IndexFunc(s []byte, f func(r rune) bool) int { return indexFunc(s, f, true) }

// LastIndexFunc returns the index of the last character for which f is true, or -1.
func LastIndexFunc(s []byte, f func(r rune) bool) int { return lastIndexFunc(s, f, true) }

// text returns s as a string that shares its memory.
func text(s []byte) string { return unsafe.String(unsafe.SliceData(s), len(s)) }

func indexFunc(s []byte, f func(rune) bool, want bool) int {
	for i, r := range text(s) {
		if f(r) == want {
			return i
		}
	}
	return -1
}

func lastIndexFunc(s []byte, f func(rune) bool, want bool) int {
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRune(s[:i])
		i -= size
		if f(r) == want {
			return i
		}
	}
	return -1
}

// Split cuts s at each sep.
func Split(s, sep []byte) [][]byte { return splitN(s, sep, 0, -1) }

// SplitN is Split with at most n pieces, n < 0 for all.
func SplitN(s, sep []byte, n int) [][]byte { return splitN(s, sep, 0, n) }

// SplitAfter cuts s after each sep.
func SplitAfter(s, sep []byte) [][]byte { return splitN(s, sep, len(sep), -1) }

// SplitAfterN is SplitAfter with at most n pieces, n < 0 for all.
func SplitAfterN(s, sep []byte, n int) [][]byte { return splitN(s, sep, len(sep), n) }

func splitN(s, sep []byte, keep, n int) [][]byte {
	switch {
	case n == 0:
		return nil
	case len(sep) == 0:
		return explode(s, n)
	}
	return split(s, sep, keep, n)
}

// FieldsFunc returns the runs of characters for which f is false.
func FieldsFunc(s []byte, f func(rune) bool) [][]byte {
	fields := [][]byte{}
	for field := range FieldsFuncSeq(s, f) {
		fields = append(fields, field)
	}
	return fields
}

// Repeat returns count copies of b.
func Repeat(b []byte, count int) []byte {
	if count < 0 {
		panic("bytes: negative Repeat count")
	}
	if len(b) > 0 && count > (1<<63-1)/len(b) {
		panic("bytes: Repeat output length overflow")
	}
	return repeat(b, count)
}

// Map returns a copy of s with its characters mapped; a negative result drops the character.
func Map(mapping func(r rune) rune, s []byte) []byte {
	out := make([]byte, 0, len(s))
	for _, r := range text(s) {
		if m := mapping(r); m >= 0 {
			out = utf8.AppendRune(out, m)
		}
	}
	return out
}

// ToUpperSpecial maps s to upper case by c.
func ToUpperSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToUpper, s) }

// ToLowerSpecial maps s to lower case by c.
func ToLowerSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToLower, s) }

// ToTitleSpecial maps s to title case by c.
func ToTitleSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToTitle, s) }

// Title maps the first letter of each word to title case.
func Title(s []byte) []byte {
	prev := ' '
	return Map(func(r rune) rune {
		p := prev
		prev = r
		if separates(p) {
			return unicode.ToTitle(r)
		}
		return r
	}, s)
}

// separates reports whether r ends a word for Title.
func separates(r rune) bool {
	if r < utf8.RuneSelf {
		return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '_')
	}
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && unicode.IsSpace(r)
}

// Trim cuts off the characters of cutset at both ends.
func Trim(s []byte, cutset string) []byte { return trim(s, cutset, true, true) }

// TrimLeft cuts off the leading characters of cutset.
func TrimLeft(s []byte, cutset string) []byte { return trim(s, cutset, true, false) }

// TrimRight cuts off the trailing characters of cutset.
func TrimRight(s []byte, cutset string) []byte { return trim(s, cutset, false, true) }

// TrimFunc cuts off the characters at both ends for which f is true.
func TrimFunc(s []byte, f func(r rune) bool) []byte { return TrimRightFunc(TrimLeftFunc(s, f), f) }

// TrimLeftFunc cuts off the leading characters for which f is true.
func TrimLeftFunc(s []byte, f func(r rune) bool) []byte {
	i := indexFunc(s, f, false)
	if i < 0 {
		return nil
	}
	return s[i:]
}

// TrimRightFunc cuts off the trailing characters for which f is true.
func TrimRightFunc(s []byte, f func(r rune) bool) []byte {
	i := lastIndexFunc(s, f, false)
	if i < 0 {
		return s[:0]
	}
	_, size := utf8.DecodeRune(s[i:])
	return s[:i+size]
}

// TrimPrefix cuts off prefix, if s begins with it.
func TrimPrefix(s, prefix []byte) []byte {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

// TrimSuffix cuts off suffix, if s ends with it.
func TrimSuffix(s, suffix []byte) []byte {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}

// Cut returns what is before and after the first sep.
func Cut(s, sep []byte) (before, after []byte, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

// CutPrefix returns s without prefix, and whether it was there.
func CutPrefix(s, prefix []byte) (after []byte, found bool) {
	if HasPrefix(s, prefix) {
		return s[len(prefix):], true
	}
	return s, false
}

// CutSuffix returns s without suffix, and whether it was there.
func CutSuffix(s, suffix []byte) (before []byte, found bool) {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)], true
	}
	return s, false
}

// Lines iterates over the lines of s, newlines included.
func Lines(s []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for len(s) > 0 {
			n := IndexByte(s, '\n') + 1
			if n == 0 {
				n = len(s)
			}
			line := s[:n:n]
			s = s[n:]
			if !yield(line) {
				return
			}
		}
	}
}

// SplitSeq iterates over the slices of Split(s, sep).
func SplitSeq(s, sep []byte) iter.Seq[[]byte] { return splitSeq(s, sep, 0) }

// SplitAfterSeq iterates over the slices of SplitAfter(s, sep).
func SplitAfterSeq(s, sep []byte) iter.Seq[[]byte] { return splitSeq(s, sep, len(sep)) }

func splitSeq(s, sep []byte, keep int) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		rest := s
		if len(sep) == 0 {
			for len(rest) > 0 {
				_, size := utf8.DecodeRune(rest)
				if !yield(rest[:size:size]) {
					return
				}
				rest = rest[size:]
			}
			return
		}
		for {
			i := Index(rest, sep)
			if i < 0 {
				break
			}
			if !yield(rest[: i+keep : i+keep]) {
				return
			}
			rest = rest[i+len(sep):]
		}
		yield(rest[:len(rest):len(rest)])
	}
}

// FieldsSeq iterates over the slices of Fields(s).
func FieldsSeq(s []byte) iter.Seq[[]byte] { return FieldsFuncSeq(s, unicode.IsSpace) }

// FieldsFuncSeq iterates over the slices of FieldsFunc(s, f).
func FieldsFuncSeq(s []byte, f func(rune) bool) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		start := -1
		for i, r := range text(s) {
			if f(r) {
				if start >= 0 {
					if !yield(s[start:i:i]) {
						return
					}
					start = -1
				}
			} else if start < 0 {
				start = i
			}
		}
		if start >= 0 {
			yield(s[start:len(s):len(s)])
		}
	}
}
