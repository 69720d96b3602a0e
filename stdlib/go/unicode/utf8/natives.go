package utf8

// AppendRune: appends the encoding of r; an invalid r is appended as U+FFFD.
func AppendRune(p []byte, r rune) []byte

// DecodeRune: first rune and its width; (RuneError, 0) if p is empty, (RuneError, 1) if the encoding is invalid (overlong, surrogate, above MaxRune, cut short).
func DecodeRune(p []byte) (r rune, size int)

// DecodeRuneInString: as DecodeRune.
func DecodeRuneInString(s string) (r rune, size int)

// DecodeLastRune: last rune and its width; looks back at most 4 bytes; (RuneError, 0) if empty, (RuneError, 1) if invalid.
func DecodeLastRune(p []byte) (r rune, size int)

// DecodeLastRuneInString: as DecodeLastRune.
func DecodeLastRuneInString(s string) (r rune, size int)

// FullRune: p begins with a full encoding of a rune; an invalid encoding counts as full (width 1), the empty slice does not.
func FullRune(p []byte) bool

// FullRuneInString: as FullRune.
func FullRuneInString(s string) bool

// RuneCount: number of runes; each invalid byte counts as one of width 1.
func RuneCount(p []byte) int

// RuneCountInString: as RuneCount.
func RuneCountInString(s string) (n int)

// Valid: p is entirely valid UTF-8 (Rust's definition is the same).
func Valid(p []byte) bool

// ValidString: as Valid.
func ValidString(s string) bool
