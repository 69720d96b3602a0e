package utf8

// AppendRune appends r in UTF-8 to p, U+FFFD if it is no character.
func AppendRune(p []byte, r rune) []byte

// DecodeRune returns the first character of p and its number of bytes: RuneError and 0 if p is
// empty, RuneError and 1 if it begins with an invalid byte.
func DecodeRune(p []byte) (r rune, size int)

// DecodeRuneInString is DecodeRune for a string.
func DecodeRuneInString(s string) (r rune, size int)

// DecodeLastRune returns the last character of p and its number of bytes: RuneError and 0 if p is
// empty, RuneError and 1 if it ends with an invalid byte.
func DecodeLastRune(p []byte) (r rune, size int)

// DecodeLastRuneInString is DecodeLastRune for a string.
func DecodeLastRuneInString(s string) (r rune, size int)

// FullRune reports whether p begins with a whole character, rather than the beginning of one. An
// invalid byte counts as whole.
func FullRune(p []byte) bool

// FullRuneInString is FullRune for a string.
func FullRuneInString(s string) bool

// RuneCount returns the number of characters in p. Each invalid byte counts as one.
func RuneCount(p []byte) int

// RuneCountInString is RuneCount for a string.
func RuneCountInString(s string) (n int)

// Valid reports whether p is UTF-8 throughout.
func Valid(p []byte) bool

// ValidString is Valid for a string.
func ValidString(s string) bool
