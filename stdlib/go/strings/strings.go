// Package strings works on strings, which are mostly UTF-8. Indices and lengths count bytes.
// Strings never change: functions return new ones, or parts of their argument.
//
//	for _, word := range strings.Fields("  to be  or not ") {
//		fmt.Println(strings.ToUpper(word))
//	}
//	key, value, ok := strings.Cut("port=80", "=") // "port", "80", true
package strings

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

// ContainsAny reports whether a character of chars is in s.
func ContainsAny(s, chars string) bool { return IndexAny(s, chars) >= 0 }

// ContainsRune reports whether the character r is in s.
func ContainsRune(s string, r rune) bool { return IndexRune(s, r) >= 0 }

// ContainsFunc reports whether f is true for a character of s.
func ContainsFunc(s string, f func(rune) bool) bool { return IndexFunc(s, f) >= 0 }

// IndexFunc returns the index of the first character of s for which f is true, or -1.
func IndexFunc(s string, f func(rune) bool) int { return indexFunc(s, f, true) }

// LastIndexFunc returns the index of the last character of s for which f is true, or -1.
func LastIndexFunc(s string, f func(rune) bool) int { return lastIndexFunc(s, f, true) }

func indexFunc(s string, f func(rune) bool, want bool) int {
	for i, r := range s {
		if f(r) == want {
			return i
		}
	}
	return -1
}

func lastIndexFunc(s string, f func(rune) bool, want bool) int {
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
		if f(r) == want {
			return i
		}
	}
	return -1
}

// Split cuts s at each sep and returns the pieces between, which may be empty. Without a sep in s
// that is s alone; an empty sep cuts s into characters.
//
//	strings.Split("a,b,,c", ",") // ["a" "b" "" "c"]
func Split(s, sep string) []string { return splitN(s, sep, 0, -1) }

// SplitN is Split into at most n pieces, the last of which is the rest; all pieces if n < 0, and
// nil if n is 0.
func SplitN(s, sep string, n int) []string { return splitN(s, sep, 0, n) }

// SplitAfter is Split that leaves sep at the end of the pieces.
func SplitAfter(s, sep string) []string { return splitN(s, sep, len(sep), -1) }

// SplitAfterN is SplitN that leaves sep at the end of the pieces.
func SplitAfterN(s, sep string, n int) []string { return splitN(s, sep, len(sep), n) }

func splitN(s, sep string, keep, n int) []string {
	switch {
	case n == 0:
		return nil
	case sep == "":
		return explode(s, n)
	}
	return split(s, sep, keep, n)
}

// FieldsFunc returns the runs of characters for which f is false; those for which it is true
// separate them.
func FieldsFunc(s string, f func(rune) bool) []string {
	fields := []string{}
	start := -1
	for i, r := range s {
		if f(r) {
			if start >= 0 {
				fields = append(fields, s[start:i])
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		fields = append(fields, s[start:])
	}
	return fields
}

// Repeat returns s count times in a row. It panics if count is negative.
func Repeat(s string, count int) string {
	if count < 0 {
		panic("strings: negative Repeat count")
	}
	if len(s) > 0 && count > (1<<63-1)/len(s) {
		panic("strings: Repeat output length overflow")
	}
	return repeat(s, count)
}

// Map returns s with each character replaced by what mapping returns for it; a negative result
// drops the character.
func Map(mapping func(rune) rune, s string) string {
	for i, r := range s {
		m := mapping(r)
		if m == r {
			if r != utf8.RuneError {
				continue
			}
			if _, size := utf8.DecodeRuneInString(s[i:]); size != 1 {
				continue
			}
		}
		// The first change: from here on the result is built.
		var b Builder
		b.Grow(len(s) + utf8.UTFMax)
		b.WriteString(s[:i])
		if m >= 0 {
			b.WriteRune(m)
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		for _, r := range s[i+size:] {
			if m := mapping(r); m >= 0 {
				b.WriteRune(m)
			}
		}
		return b.String()
	}
	return s
}

// ToUpperSpecial returns s in upper case by the rules of c, such as unicode.TurkishCase.
func ToUpperSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToUpper, s) }

// ToLowerSpecial returns s in lower case by the rules of c.
func ToLowerSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToLower, s) }

// ToTitleSpecial returns s in title case by the rules of c.
func ToTitleSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToTitle, s) }

// Title returns s with the first letter of each word in title case. What it takes for a word is too
// simple for many languages; it is kept for old programs.
func Title(s string) string {
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

// TrimFunc returns s without the characters at both ends for which f is true.
func TrimFunc(s string, f func(rune) bool) string { return TrimRightFunc(TrimLeftFunc(s, f), f) }

// TrimLeftFunc returns s without the characters at its beginning for which f is true.
func TrimLeftFunc(s string, f func(rune) bool) string {
	i := indexFunc(s, f, false)
	if i < 0 {
		return ""
	}
	return s[i:]
}

// TrimRightFunc returns s without the characters at its end for which f is true.
func TrimRightFunc(s string, f func(rune) bool) string {
	i := lastIndexFunc(s, f, false)
	if i < 0 {
		return ""
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return s[:i+size]
}

// TrimPrefix returns s without prefix, or s if it doesn't begin with it.
func TrimPrefix(s, prefix string) string {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

// TrimSuffix returns s without suffix, or s if it doesn't end with it.
func TrimSuffix(s, suffix string) string {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}

// Cut returns what is before and after the first sep in s. If there is none, it returns s, "" and
// false.
//
//	host, port, found := strings.Cut("localhost:80", ":")
func Cut(s, sep string) (before, after string, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// CutPrefix returns s without prefix and true, or s and false if it doesn't begin with it.
func CutPrefix(s, prefix string) (after string, found bool) {
	if HasPrefix(s, prefix) {
		return s[len(prefix):], true
	}
	return s, false
}

// CutSuffix returns s without suffix and true, or s and false if it doesn't end with it.
func CutSuffix(s, suffix string) (before string, found bool) {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)], true
	}
	return s, false
}

// Lines iterates over the lines of s, each with its newline; the last may lack one.
//
//	for line := range strings.Lines(text) { ... }
func Lines(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for len(s) > 0 {
			line := s
			if i := IndexByte(s, '\n'); i >= 0 {
				line = s[:i+1]
			}
			s = s[len(line):]
			if !yield(line) {
				return
			}
		}
	}
}

// SplitSeq iterates over the pieces that Split returns, without making a slice.
func SplitSeq(s, sep string) iter.Seq[string] { return splitSeq(s, sep, 0) }

// SplitAfterSeq iterates over the pieces that SplitAfter returns, without making a slice.
func SplitAfterSeq(s, sep string) iter.Seq[string] { return splitSeq(s, sep, len(sep)) }

func splitSeq(s, sep string, keep int) iter.Seq[string] {
	return func(yield func(string) bool) {
		rest := s
		if sep == "" {
			for rest != "" {
				_, size := utf8.DecodeRuneInString(rest)
				if !yield(rest[:size]) {
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
			if !yield(rest[:i+keep]) {
				return
			}
			rest = rest[i+len(sep):]
		}
		yield(rest)
	}
}

// FieldsSeq iterates over the words that Fields returns, without making a slice.
func FieldsSeq(s string) iter.Seq[string] { return FieldsFuncSeq(s, unicode.IsSpace) }

// FieldsFuncSeq iterates over the pieces that FieldsFunc returns, without making a slice.
func FieldsFuncSeq(s string, f func(rune) bool) iter.Seq[string] {
	return func(yield func(string) bool) {
		start := -1
		for i, r := range s {
			if f(r) {
				if start >= 0 {
					if !yield(s[start:i]) {
						return
					}
					start = -1
				}
			} else if start < 0 {
				start = i
			}
		}
		if start >= 0 {
			yield(s[start:])
		}
	}
}
