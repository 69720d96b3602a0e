// Package bytes works on slices of bytes as package strings does on strings, and has Buffer, which
// grows as it is written to.
//
//	var b bytes.Buffer
//	b.WriteString("a=1")
//	fmt.Fprintf(&b, ";b=%d", 2)
//	for _, f := range bytes.Split(b.Bytes(), []byte(";")) {
//		fmt.Printf("%q\n", f)
//	}
//
// Results may share memory with the arguments, where it isn't said otherwise.
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

// ContainsAny reports whether a character of chars is in b.
func ContainsAny(b []byte, chars string) bool { return IndexAny(b, chars) >= 0 }

// ContainsRune reports whether the character r is in b.
func ContainsRune(b []byte, r rune) bool { return IndexRune(b, r) >= 0 }

// ContainsFunc reports whether f is true for a character of b.
func ContainsFunc(b []byte, f func(rune) bool) bool { return IndexFunc(b, f) >= 0 }

// IndexFunc returns the index of the first character of s for which f is true, or -1.
func IndexFunc(s []byte, f func(r rune) bool) int { return indexFunc(s, f, true) }

// LastIndexFunc returns the index of the last character of s for which f is true, or -1.
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

// Split cuts s at each sep and returns the pieces between, which may be empty. Without a sep in s
// that is s alone; an empty sep cuts s into characters. Appending to a piece doesn't overwrite the
// next.
func Split(s, sep []byte) [][]byte { return splitN(s, sep, 0, -1) }

// SplitN is Split into at most n pieces, the last of which is the rest; all pieces if n < 0, and
// nil if n is 0.
func SplitN(s, sep []byte, n int) [][]byte { return splitN(s, sep, 0, n) }

// SplitAfter is Split that leaves sep at the end of the pieces.
func SplitAfter(s, sep []byte) [][]byte { return splitN(s, sep, len(sep), -1) }

// SplitAfterN is SplitN that leaves sep at the end of the pieces.
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

// FieldsFunc returns the runs of characters for which f is false; those for which it is true
// separate them.
func FieldsFunc(s []byte, f func(rune) bool) [][]byte {
	fields := [][]byte{}
	for field := range FieldsFuncSeq(s, f) {
		fields = append(fields, field)
	}
	return fields
}

// Repeat returns b count times in a row. It panics if count is negative.
func Repeat(b []byte, count int) []byte {
	if count < 0 {
		panic("bytes: negative Repeat count")
	}
	if len(b) > 0 && count > (1<<63-1)/len(b) {
		panic("bytes: Repeat output length overflow")
	}
	return repeat(b, count)
}

// Map returns s with each character replaced by what mapping returns for it; a negative result
// drops the character. The result is always a new slice.
func Map(mapping func(r rune) rune, s []byte) []byte {
	out := make([]byte, 0, len(s))
	for _, r := range text(s) {
		if m := mapping(r); m >= 0 {
			out = utf8.AppendRune(out, m)
		}
	}
	return out
}

// ToUpperSpecial returns s in upper case by the rules of c, such as unicode.TurkishCase. The result
// is always a new slice.
func ToUpperSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToUpper, s) }

// ToLowerSpecial returns s in lower case by the rules of c. The result is always a new slice.
func ToLowerSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToLower, s) }

// ToTitleSpecial returns s in title case by the rules of c. The result is always a new slice.
func ToTitleSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToTitle, s) }

// Title returns s with the first letter of each word in title case. What it takes for a word is too
// simple for many languages; it is kept for old programs. The result is always a new slice.
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

// Trim returns s without the characters at both ends that cutset has. For a whole prefix or suffix
// see TrimPrefix and TrimSuffix.
func Trim(s []byte, cutset string) []byte { return trim(s, cutset, true, true) }

// TrimLeft returns s without the characters at its beginning that cutset has. It cuts single
// characters: for a whole prefix see TrimPrefix.
func TrimLeft(s []byte, cutset string) []byte { return trim(s, cutset, true, false) }

// TrimRight returns s without the characters at its end that cutset has. It cuts single characters:
// for a whole suffix see TrimSuffix.
func TrimRight(s []byte, cutset string) []byte { return trim(s, cutset, false, true) }

// TrimFunc returns s without the characters at both ends for which f is true.
func TrimFunc(s []byte, f func(r rune) bool) []byte { return TrimRightFunc(TrimLeftFunc(s, f), f) }

// TrimLeftFunc returns s without the characters at its beginning for which f is true.
func TrimLeftFunc(s []byte, f func(r rune) bool) []byte {
	i := indexFunc(s, f, false)
	if i < 0 {
		return nil
	}
	return s[i:]
}

// TrimRightFunc returns s without the characters at its end for which f is true.
func TrimRightFunc(s []byte, f func(r rune) bool) []byte {
	i := lastIndexFunc(s, f, false)
	if i < 0 {
		return s[:0]
	}
	_, size := utf8.DecodeRune(s[i:])
	return s[:i+size]
}

// TrimPrefix returns s without prefix, or s itself if it doesn't begin with it.
func TrimPrefix(s, prefix []byte) []byte {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

// TrimSuffix returns s without suffix, or s itself if it doesn't end with it.
func TrimSuffix(s, suffix []byte) []byte {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}

// Cut returns what is before and after the first sep in s. If there is none, it returns s, nil and
// false.
func Cut(s, sep []byte) (before, after []byte, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

// CutPrefix returns s without prefix and true, or s and false if it doesn't begin with it.
func CutPrefix(s, prefix []byte) (after []byte, found bool) {
	if HasPrefix(s, prefix) {
		return s[len(prefix):], true
	}
	return s, false
}

// CutSuffix returns s without suffix and true, or s and false if it doesn't end with it.
func CutSuffix(s, suffix []byte) (before []byte, found bool) {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)], true
	}
	return s, false
}

// Lines iterates over the lines of s, each with its newline; the last may lack one.
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

// SplitSeq iterates over the pieces that Split returns, without making a slice of them.
func SplitSeq(s, sep []byte) iter.Seq[[]byte] { return splitSeq(s, sep, 0) }

// SplitAfterSeq iterates over the pieces that SplitAfter returns, without making a slice of them.
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

// FieldsSeq iterates over the words that Fields returns, without making a slice of them.
func FieldsSeq(s []byte) iter.Seq[[]byte] { return FieldsFuncSeq(s, unicode.IsSpace) }

// FieldsFuncSeq iterates over the pieces that FieldsFunc returns, without making a slice of them.
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
