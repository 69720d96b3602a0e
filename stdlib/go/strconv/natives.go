package strconv

// Itoa returns the decimal text of i.
func Itoa(i int) string

// formatBits: u in base 2..36, lower case digits, with a leading '-' if neg.
func formatBits(u uint64, base int, neg bool) string

// appendBits: appends what formatBits gives to dst (grows as append does).
func appendBits(dst []byte, u uint64, base int, neg bool) []byte

// parseInt: as strconv.ParseInt, with a code in place of the error: 0 = ok, 1 = syntax, 2 = out of range (n is then the nearest bound), 3 = bad base (not 0, 2..36), 4 = bad bitSize (not 0..64; 0 means 64). The empty string is 1, checked before 3 and 4. Base 0: prefix 0b/0o/0x/0 (any case) and underscores as in Go literals; with another base an underscore is a syntax error.
func parseInt(s string, base, bitSize int) (n int64, code int)

// parseUint: as parseInt for strconv.ParseUint: no sign allowed.
func parseUint(s string, base, bitSize int) (n uint64, code int)

// parseFloat: as strconv.ParseFloat, codes 0 = ok, 1 = syntax (f is 0), 2 = out of range (f is ±Inf). used is the number of bytes of the longest prefix of s that is a float: code is 0 or 2 even if used < len(s), the caller compares. Accepts sign, decimal with optional exponent, hexadecimal with a required p exponent, inf/infinity/nan in any case (nan without sign), underscores placed as in Go literals (1_0.5, 0x_1p-2). bitSize 32 rounds once to float32 (ranges by float32 too); anything else means 64.
func parseFloat(s string, bitSize int) (f float64, used int, code int)

// formatFloat: as strconv.FormatFloat for fmt in e E f g G b x X and any prec (-1 = shortest); another fmt gives "%" + fmt. bitSize is 32 or 64. Exponents have at least two digits (e), %x has p±dd; NaN, +Inf, -Inf.
func formatFloat(f float64, fmt byte, prec, bitSize int) string

// appendFloat: appends what formatFloat gives.
func appendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte

// appendQuoted: appends s between quote bytes (" or ') with Go escapes: \a\b\f\n\r\t\v, \\ and the quote, \xNN for invalid UTF-8 bytes and for control bytes < 0x20 and 0x7f, \uNNNN, \UNNNNNNNN for what is not printable (IsPrint; with graphic also IsGraphic) or, with ascii, is above 0x7f.
func appendQuoted(dst []byte, s string, quote byte, ascii, graphic bool) []byte

// quoted: appendQuoted(nil, ...) as a string.
func quoted(s string, quote byte, ascii, graphic bool) string

// IsPrint reports whether r can be printed: letters, marks, numbers, punctuation, symbols and the
// ASCII space. Quote escapes all others.
func IsPrint(r rune) bool

// IsGraphic reports whether r is printable or one of Unicode's spaces.
func IsGraphic(r rune) bool

// CanBackquote reports whether s can stand unchanged in a literal with backquotes: it is one line
// without backquotes and control characters other than tab.
func CanBackquote(s string) bool
