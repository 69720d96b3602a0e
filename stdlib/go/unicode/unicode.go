// Package unicode knows the properties of characters (Unicode 15.0.0).
package unicode

const (
	MaxRune         = '\U0010FFFF'
	ReplacementChar = '\uFFFD'
	MaxASCII        = '\u007F'
	MaxLatin1       = '\u00FF'

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
	// SpecialCase overrides case mappings, for a language.
	SpecialCase []CaseRange
)

var (
	CaseRanges    = caseRanges()
	GraphicRanges = []*RangeTable{L, M, N, P, S, Zs}
	PrintRanges   = []*RangeTable{L, M, N, P, S}

	Categories   = tablesOf(0, "")
	Scripts      = tablesOf(1, "")
	Properties   = tablesOf(2, "")
	FoldCategory = tablesOf(3, "fold:")
	FoldScript   = tablesOf(4, "fold:")

	TurkishCase = SpecialCase{
		{'I', 'I', d{0, 0x131 - 'I', 0}},
		{'i', 'i', d{0x130 - 'i', 0, 0x130 - 'i'}},
		{0x130, 0x130, d{0, 'i' - 0x130, 0}},
		{0x131, 0x131, d{'I' - 0x131, 0, 'I' - 0x131}},
	}
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

// To maps r to UpperCase, LowerCase or TitleCase.
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

// ToUpper maps r to upper case, giving priority to the special mapping.
func (special SpecialCase) ToUpper(r rune) rune {
	if m, ok := special.to(UpperCase, r); ok && m != r {
		return m
	}
	return ToUpper(r)
}

// ToTitle maps r to title case, giving priority to the special mapping.
func (special SpecialCase) ToTitle(r rune) rune {
	if m, ok := special.to(TitleCase, r); ok && m != r {
		return m
	}
	return ToTitle(r)
}

// ToLower maps r to lower case, giving priority to the special mapping.
func (special SpecialCase) ToLower(r rune) rune {
	if m, ok := special.to(LowerCase, r); ok && m != r {
		return m
	}
	return ToLower(r)
}
