package unicode

// table: the table of that name in unicode/tables.bin (layout there: see below), in memory that lives for ever
func table(name string) *RangeTable

// tableNames: names of the tables of that kind in file order, without the "fold:" prefix: 0 categories, 1 scripts, 2 properties, 3 FoldCategory, 4 FoldScript
func tableNames(kind int) []string

// caseRanges: the case table of tables.bin
func caseRanges() []CaseRange

// Is reports whether r is in the table.
func Is(rangeTab *RangeTable, r rune) bool

// IsLetter reports whether r is a letter (category L).
func IsLetter(r rune) bool

// IsMark reports whether r is a mark that goes with a letter (M).
func IsMark(r rune) bool

// IsNumber reports whether r is a number (N).
func IsNumber(r rune) bool

// IsDigit reports whether r is a decimal digit (Nd).
func IsDigit(r rune) bool

// IsPunct reports whether r is punctuation (P).
func IsPunct(r rune) bool

// IsSymbol reports whether r is a symbol (S).
func IsSymbol(r rune) bool

// IsControl reports whether r is a control character (Cc).
func IsControl(r rune) bool

// IsSpace reports whether r is white space: space, \t, \n, \v, \f, \r, U+0085, U+00A0 and others of
// the property White_Space.
func IsSpace(r rune) bool

// IsUpper reports whether r is an upper case letter (Lu).
func IsUpper(r rune) bool

// IsLower reports whether r is a lower case letter (Ll).
func IsLower(r rune) bool

// IsTitle reports whether r is a title case letter (Lt).
func IsTitle(r rune) bool

// IsPrint reports whether r is printable: a letter, mark, number, punctuation, a symbol or the
// ASCII space.
func IsPrint(r rune) bool

// IsGraphic reports whether r is visible: printable or a space of Unicode.
func IsGraphic(r rune) bool

// ToUpper returns r in upper case, r itself if there is none.
func ToUpper(r rune) rune

// ToLower returns r in lower case, r itself if there is none.
func ToLower(r rune) rune

// ToTitle returns r in title case, r itself if there is none.
func ToTitle(r rune) rune

// SimpleFold returns the next character that differs from r in case only, and in the end the
// smallest again: SimpleFold('A') is 'a', SimpleFold('a') is 'A'.
func SimpleFold(r rune) rune
