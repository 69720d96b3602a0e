// Package unicode tells about characters, by Unicode 15.0.0.
//
//	unicode.IsUpper('Ä')           // true
//	unicode.Is(unicode.Greek, 'λ') // true
//	string(unicode.ToLower('É'))   // "é"
package unicode

// MaxRune and the others are bounds and special characters.
const (
	MaxRune         = '\U0010FFFF' // the greatest character
	ReplacementChar = '\uFFFD'     // stands for what is invalid
	MaxASCII        = '\u007F'     // the greatest character of ASCII
	MaxLatin1       = '\u00FF'     // the greatest character of Latin-1

	// Version is the edition of Unicode that the tables are made from.
	Version = "15.0.0"

	// UpperLower as a delta says that a CaseRange alternates upper and lower case.
	UpperLower = MaxRune + 1
)

// Indices into CaseRange.Delta.
const (
	UpperCase = iota
	LowerCase
	TitleCase
	MaxCase
)

type d [MaxCase]rune

type (
	// RangeTable is a set of characters; Hi of the first LatinOffset entries of R16 is in Latin-1.
	RangeTable struct {
		R16         []Range16
		R32         []Range32
		LatinOffset int
	}
	// Range16 holds every Stride-th character from Lo to Hi.
	Range16 struct{ Lo, Hi, Stride uint16 }
	// Range32 is a Range16 for characters that need 32 bits.
	Range32 struct{ Lo, Hi, Stride uint32 }
	// CaseRange has the distances from the characters Lo to Hi to their other cases.
	CaseRange struct {
		Lo, Hi uint32
		Delta  d
	}
	// SpecialCase has the rules of a language that differ from the usual ones.
	SpecialCase []CaseRange
)

// CaseRanges and the others are tables of all characters.
var (
	CaseRanges    = caseRanges()                     // the distances from characters to their other cases
	GraphicRanges = []*RangeTable{L, M, N, P, S, Zs} // what IsGraphic accepts
	PrintRanges   = []*RangeTable{L, M, N, P, S}     // what IsPrint accepts, but for the space

	Categories   = tablesOf(0, "")      // the tables of categories by name
	Scripts      = tablesOf(1, "")      // the tables of scripts by name
	Properties   = tablesOf(2, "")      // the tables of properties by name
	FoldCategory = tablesOf(3, "fold:") // characters outside of a category that differ in case only from one inside
	FoldScript   = tablesOf(4, "fold:") // characters outside of a script that differ in case only from one inside

	// TurkishCase has the rules of Turkish: i with a dot in both cases, and without.
	TurkishCase = SpecialCase{
		{'I', 'I', d{0, 0x131 - 'I', 0}},
		{'i', 'i', d{0x130 - 'i', 0, 0x130 - 'i'}},
		{0x130, 0x130, d{0, 'i' - 0x130, 0}},
		{0x131, 0x131, d{'I' - 0x131, 0, 'I' - 0x131}},
	}
	// AzeriCase has the rules of Azeri, which are the same.
	AzeriCase = TurkishCase
)

func tablesOf(kind int, prefix string) map[string]*RangeTable {
	names := tableNames(kind)
	m := make(map[string]*RangeTable, len(names))
	for _, name := range names {
		m[name] = table(prefix + name)
	}
	return m
}

// In reports whether r is in one of ranges.
func In(r rune, ranges ...*RangeTable) bool { return IsOneOf(ranges, r) }

// IsOneOf reports whether r is in one of ranges.
func IsOneOf(ranges []*RangeTable, r rune) bool {
	for _, t := range ranges {
		if Is(t, r) {
			return true
		}
	}
	return false
}

// To returns r in a case: UpperCase, LowerCase or TitleCase. For others it returns ReplacementChar.
func To(_case int, r rune) rune {
	switch _case {
	case UpperCase:
		return ToUpper(r)
	case LowerCase:
		return ToLower(r)
	case TitleCase:
		return ToTitle(r)
	}
	return ReplacementChar
}

func (special SpecialCase) to(_case int, r rune) (rune, bool) {
	for i := range special {
		c := &special[i]
		if uint32(r) < c.Lo || c.Hi < uint32(r) {
			continue
		}
		delta := c.Delta[_case]
		if delta > MaxRune {
			// Even offsets are upper case, odd ones lower case.
			return rune(c.Lo) + ((r-rune(c.Lo))&^1 | rune(_case&1)), true
		}
		return r + delta, true
	}
	return r, false
}

// ToUpper returns r in upper case by the rules of the language, else by the usual ones.
func (special SpecialCase) ToUpper(r rune) rune {
	if m, ok := special.to(UpperCase, r); ok && m != r {
		return m
	}
	return ToUpper(r)
}

// ToTitle returns r in title case by the rules of the language, else by the usual ones.
func (special SpecialCase) ToTitle(r rune) rune {
	if m, ok := special.to(TitleCase, r); ok && m != r {
		return m
	}
	return ToTitle(r)
}

// ToLower returns r in lower case by the rules of the language, else by the usual ones.
func (special SpecialCase) ToLower(r rune) rune {
	if m, ok := special.to(LowerCase, r); ok && m != r {
		return m
	}
	return ToLower(r)
}
