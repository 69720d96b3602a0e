package bytes

// Equal: nil equals empty
func Equal(a, b []byte) bool

// Compare: -1, 0, +1
func Compare(a, b []byte) int

// Index: as strings.Index
func Index(s, sep []byte) int

// IndexByte: as strings.IndexByte
func IndexByte(b []byte, c byte) int

// IndexRune: as strings.IndexRune
func IndexRune(s []byte, r rune) int

// IndexAny: as strings.IndexAny
func IndexAny(s []byte, chars string) int

// LastIndex: as strings.LastIndex
func LastIndex(s, sep []byte) int

// LastIndexByte: as strings.LastIndexByte
func LastIndexByte(s []byte, c byte) int

// LastIndexAny: as strings.LastIndexAny
func LastIndexAny(s []byte, chars string) int

// Contains: Index >= 0
func Contains(b, subslice []byte) bool

// Count: as strings.Count
func Count(s, sep []byte) int

// EqualFold: as strings.EqualFold
func EqualFold(s, t []byte) bool

// HasPrefix: bytewise
func HasPrefix(s, prefix []byte) bool

// HasSuffix: bytewise
func HasSuffix(s, suffix []byte) bool

// ToUpper: as strings.ToUpper but always a fresh slice
func ToUpper(s []byte) []byte

// ToLower: as strings.ToLower but always a fresh slice
func ToLower(s []byte) []byte

// ToTitle: as strings.ToTitle but always a fresh slice
func ToTitle(s []byte) []byte

// TrimSpace: a subslice of s; nil if nothing is left
func TrimSpace(s []byte) []byte

// trim: a subslice of s; nil if nothing is left
func trim(s []byte, cutset string, left, right bool) []byte

// Fields: as strings.Fields; the fields alias s with cap cut to their length
func Fields(s []byte) [][]byte

// split: as strings.split; every piece but the last has its cap cut to its length, the last keeps s's capacity
func split(s, sep []byte, keep, n int) [][]byte

// explode: as strings.explode; pieces' caps cut to their lengths but for the last one
func explode(s []byte, n int) [][]byte

// Join: always a fresh slice; empty non-nil for no element
func Join(s [][]byte, sep []byte) []byte

// repeat: checked by the caller
func repeat(b []byte, count int) []byte

// Replace: as strings.Replace but always a fresh slice
func Replace(s, old, new []byte, n int) []byte

// ReplaceAll: Replace with n = -1
func ReplaceAll(s, old, new []byte) []byte

// ToValidUTF8: as strings.ToValidUTF8 but always a fresh slice
func ToValidUTF8(s, replacement []byte) []byte

// Runes: decoded; invalid bytes give U+FFFD
func Runes(s []byte) []rune
