package strings

// Index: byte index of the first substr, or -1; "" is found at 0
func Index(s, substr string) int

// IndexByte: byte index of the first c, or -1
func IndexByte(s string, c byte) int

// IndexRune: index of the first r, or -1; RuneError (U+FFFD) finds the first U+FFFD or invalid byte; an invalid r (surrogate, > MaxRune, negative) gives -1
func IndexRune(s string, r rune) int

// IndexAny: index of the first rune of s that is one of chars' runes; an invalid byte in s counts as U+FFFD, and one in chars also
func IndexAny(s, chars string) int

// LastIndex: last occurrence or -1; "" is found at len(s)
func LastIndex(s, substr string) int

// LastIndexByte: last occurrence or -1
func LastIndexByte(s string, c byte) int

// LastIndexAny: as IndexAny, the last one
func LastIndexAny(s, chars string) int

// Contains: Index >= 0
func Contains(s, substr string) bool

// Count: non-overlapping occurrences; for "" the number of runes + 1
func Count(s, substr string) int

// Compare: -1, 0, +1 bytewise
func Compare(a, b string) int

// EqualFold: equal under simple Unicode case folding (unicode.SimpleFold orbits); invalid bytes decode as U+FFFD
func EqualFold(s, t string) bool

// HasPrefix: bytewise
func HasPrefix(s, prefix string) bool

// HasSuffix: bytewise
func HasSuffix(s, suffix string) bool

// ToUpper: every rune by unicode.ToUpper; returns s itself if nothing changes; if something changes, invalid bytes become U+FFFD
func ToUpper(s string) string

// ToLower: as ToUpper with unicode.ToLower
func ToLower(s string) string

// ToTitle: as ToUpper with unicode.ToTitle
func ToTitle(s string) string

// TrimSpace: cuts runes that unicode.IsSpace accepts at both ends
func TrimSpace(s string) string

// Trim: cuts runes contained in cutset at both ends; an invalid byte counts as U+FFFD
func Trim(s, cutset string) string

// TrimLeft: left end only
func TrimLeft(s, cutset string) string

// TrimRight: right end only
func TrimRight(s, cutset string) string

// Fields: maximal runs of non-space (unicode.IsSpace); never nil: no field gives an empty non-nil slice; the fields alias s; cap == len
func Fields(s string) []string

// split: pieces of s cut at sep (sep is not ""), at most n pieces if n > 0, all if n < 0; each piece but the last keeps the first `keep` bytes of its separator (0 or len(sep)); pieces alias s; cap == len
func split(s, sep string, keep, n int) []string

// explode: the UTF-8 sequences of s, at most n strings (the last the rest) if n > 0, all if n < 0; invalid bytes are kept as single bytes; empty s gives an empty non-nil slice
func explode(s string, n int) []string

// Join: concatenation with separators; one element is returned itself, none gives ""
func Join(elems []string, sep string) string

// repeat: count >= 0 and the length fits: both checked by the caller
func repeat(s string, count int) string

// Replace: first n (all if n < 0) non-overlapping occurrences; old == "" matches before each rune and at the end (at most runes+1); returns s itself if nothing is replaced
func Replace(s, old, new string, n int) string

// ReplaceAll: Replace with n = -1
func ReplaceAll(s, old, new string) string

// ToValidUTF8: each maximal run of invalid bytes becomes one replacement; returns s itself if valid
func ToValidUTF8(s, replacement string) string

// Clone: fresh copy; "" for ""
func Clone(s string) string
