package unicode

// table: the table of that name in unicode/tables.bin (layout there: see below), in memory that lives for ever
func table(name string) *RangeTable

// tableNames: names of the tables of that kind in file order, without the "fold:" prefix: 0 categories, 1 scripts, 2 properties, 3 FoldCategory, 4 FoldScript
func tableNames(kind int) []string

// caseRanges: the case table of tables.bin
func caseRanges() []CaseRange

// Is: r is in the table; a table may be made by the program: R16 is searched for r <= 0xFFFF, then R32; entries {Lo, Hi, Stride} are sorted, Stride counts
func Is(rangeTab *RangeTable, r rune) bool

// IsLetter: category L
func IsLetter(r rune) bool

// IsMark: category M
func IsMark(r rune) bool

// IsNumber: category N
func IsNumber(r rune) bool

// IsDigit: category Nd
func IsDigit(r rune) bool

// IsPunct: category P
func IsPunct(r rune) bool

// IsSymbol: category S
func IsSymbol(r rune) bool

// IsControl: category Cc: 0..0x1F, 0x7F..0x9F
func IsControl(r rune) bool

// IsSpace: \t \n \v \f \r space U+0085 U+00A0; above Latin-1 property White_Space
func IsSpace(r rune) bool

// IsUpper: category Lu
func IsUpper(r rune) bool

// IsLower: category Ll
func IsLower(r rune) bool

// IsTitle: category Lt
func IsTitle(r rune) bool

// IsPrint: L M N P S or U+0020
func IsPrint(r rune) bool

// IsGraphic: L M N P S Zs
func IsGraphic(r rune) bool

// ToUpper: simple mapping by the case table (Deltas; UpperLower = 0x110000 means alternating pairs); others unchanged
func ToUpper(r rune) rune

// ToLower: likewise
func ToLower(r rune) rune

// ToTitle: likewise
func ToTitle(r rune) rune

// SimpleFold: the next rune of r's case-folding orbit by the orbit table of tables.bin, else ToLower(r) if different, else ToUpper(r); out of range: r
func SimpleFold(r rune) rune
