package bytes

// Equal reports whether a and b have the same bytes. nil equals an empty slice.
func Equal(a, b []byte) bool

// Compare returns -1, 0 or +1 as a is less than, equal to or greater than b, byte by byte. nil
// equals an empty slice.
func Compare(a, b []byte) int

// Index returns where sep begins first in s, -1 if it is not there. An empty one is found at 0.
func Index(s, sep []byte) int

// IndexByte returns the index of the first byte c in b, or -1.
func IndexByte(b []byte, c byte) int

// IndexRune returns the index of the first character r in s, or -1. For utf8.RuneError it finds the
// first invalid byte too; an r that is no character is never found.
func IndexRune(s []byte, r rune) int

// IndexAny returns the index of the first character of s that chars has too, or -1.
func IndexAny(s []byte, chars string) int

// LastIndex returns where sep begins last in s, -1 if it is not there. An empty one is found at
// len(s).
func LastIndex(s, sep []byte) int

// LastIndexByte returns the index of the last byte c in s, or -1.
func LastIndexByte(s []byte, c byte) int

// LastIndexAny returns the index of the last character of s that chars has too, or -1.
func LastIndexAny(s []byte, chars string) int

// Contains reports whether subslice is somewhere in b. An empty one is in every slice.
func Contains(b, subslice []byte) bool

// Count returns how often sep is in s, without overlaps. For an empty one it is the number of
// characters plus one.
func Count(s, sep []byte) int

// EqualFold reports whether s and t, as UTF-8, are equal but for upper and lower case, by Unicode's
// simple rules.
func EqualFold(s, t []byte) bool

// HasPrefix reports whether s begins with prefix.
func HasPrefix(s, prefix []byte) bool

// HasSuffix reports whether s ends with suffix.
func HasSuffix(s, suffix []byte) bool

// ToUpper returns s in upper case. The result is always a new slice.
func ToUpper(s []byte) []byte

// ToLower returns s in lower case. The result is always a new slice.
func ToLower(s []byte) []byte

// ToTitle returns s with every letter in title case, which for most letters is upper case. The
// result is always a new slice.
func ToTitle(s []byte) []byte

// TrimSpace returns s without the white space at both ends, nil if nothing is left.
func TrimSpace(s []byte) []byte

// trim: a subslice of s; nil if nothing is left
func trim(s []byte, cutset string, left, right bool) []byte

// Fields returns the words of s: what is between white space. There are no empty ones.
func Fields(s []byte) [][]byte

// split: as strings.split; every piece but the last has its cap cut to its length, the last keeps s's capacity
func split(s, sep []byte, keep, n int) [][]byte

// explode: as strings.explode; pieces' caps cut to their lengths but for the last one
func explode(s []byte, n int) [][]byte

// Join returns all elements of s in one new slice, with sep between them.
func Join(s [][]byte, sep []byte) []byte

// repeat: checked by the caller
func repeat(b []byte, count int) []byte

// Replace returns s with the first n places where old is replaced by new, all if n < 0. An old that
// is empty is found before each character and at the end. The result is always a new slice.
func Replace(s, old, new []byte, n int) []byte

// ReplaceAll returns s with old replaced by new wherever it is, from left to right and without
// overlaps. The result is always a new slice.
func ReplaceAll(s, old, new []byte) []byte

// ToValidUTF8 returns s with each run of invalid bytes replaced by replacement, which may be empty.
// The result is always a new slice.
func ToValidUTF8(s, replacement []byte) []byte

// Runes returns the characters of s. Invalid bytes become U+FFFD.
func Runes(s []byte) []rune
