package strings

// Index returns where substr begins first in s, -1 if it is not there. "" is found at 0.
func Index(s, substr string) int

// IndexByte returns the index of the first byte c in s, or -1.
func IndexByte(s string, c byte) int

// IndexRune returns the index of the first character r in s, or -1. For utf8.RuneError it finds the
// first invalid byte too; an r that is no character is never found.
func IndexRune(s string, r rune) int

// IndexAny returns the index of the first character of s that chars has too, or -1.
func IndexAny(s, chars string) int

// LastIndex returns where substr begins last in s, -1 if it is not there. "" is found at len(s).
func LastIndex(s, substr string) int

// LastIndexByte returns the index of the last byte c in s, or -1.
func LastIndexByte(s string, c byte) int

// LastIndexAny returns the index of the last character of s that chars has too, or -1.
func LastIndexAny(s, chars string) int

// Contains reports whether substr is somewhere in s. "" is in every string.
func Contains(s, substr string) bool

// Count returns how often substr is in s, without overlaps. For "" it is the number of characters
// plus one.
func Count(s, substr string) int

// Compare returns -1, 0 or +1 as a is less than, equal to or greater than b, byte by byte. It suits
// slices.SortFunc; elsewhere the operators ==, < and > are clearer.
func Compare(a, b string) int

// EqualFold reports whether s and t are equal but for upper and lower case, by Unicode's simple
// rules.
func EqualFold(s, t string) bool

// HasPrefix reports whether s begins with prefix.
func HasPrefix(s, prefix string) bool

// HasSuffix reports whether s ends with suffix.
func HasSuffix(s, suffix string) bool

// ToUpper returns s in upper case.
func ToUpper(s string) string

// ToLower returns s in lower case.
func ToLower(s string) string

// ToTitle returns s with every letter in title case, which for most letters is upper case.
func ToTitle(s string) string

// TrimSpace returns s without the white space at both ends.
func TrimSpace(s string) string

// Trim returns s without the characters at both ends that cutset has. For a whole prefix or suffix
// see TrimPrefix and TrimSuffix.
//
//	strings.Trim("!?hello!!", "!?") // "hello"
func Trim(s, cutset string) string

// TrimLeft returns s without the characters at its beginning that cutset has. It cuts single
// characters: for a whole prefix see TrimPrefix.
func TrimLeft(s, cutset string) string

// TrimRight returns s without the characters at its end that cutset has. It cuts single characters:
// for a whole suffix see TrimSuffix.
func TrimRight(s, cutset string) string

// Fields returns the words of s: what is between white space. There are no empty ones; of blanks
// alone the result is empty.
//
//	strings.Fields(" a  b\tc\n") // ["a" "b" "c"]
func Fields(s string) []string

// split: pieces of s cut at sep (sep is not ""), at most n pieces if n > 0, all if n < 0; each piece but the last keeps the first `keep` bytes of its separator (0 or len(sep)); pieces alias s; cap == len
func split(s, sep string, keep, n int) []string

// explode: the UTF-8 sequences of s, at most n strings (the last the rest) if n > 0, all if n < 0; invalid bytes are kept as single bytes; empty s gives an empty non-nil slice
func explode(s string, n int) []string

// Join returns all elements in one string, with sep between them.
//
//	strings.Join([]string{"a", "b", "c"}, ", ") // "a, b, c"
func Join(elems []string, sep string) string

// repeat: count >= 0 and the length fits: both checked by the caller
func repeat(s string, count int) string

// Replace returns s with the first n places where old is replaced by new, all if n < 0. An old that
// is empty is found before each character and at the end.
func Replace(s, old, new string, n int) string

// ReplaceAll returns s with old replaced by new wherever it is, from left to right and without
// overlaps.
func ReplaceAll(s, old, new string) string

// ToValidUTF8 returns s with each run of invalid bytes replaced by replacement, which may be empty.
func ToValidUTF8(s, replacement string) string

// Clone returns a copy of s that shares no memory with it. It helps where a small part would keep a
// big string alive.
func Clone(s string) string
