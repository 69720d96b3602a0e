package syntax

import (
	"slices"
	"strings"
	"sync"
	"unicode"
)

// A class of characters is a list of pairs of bounds. It is clean if they are in order and apart.

func addRange(class []rune, lo, hi rune) []rune { return append(class, lo, hi) }

// foldMin and foldMax bound the characters that differ from another one only in case.
const (
	foldMin = 0x41
	foldMax = 0x1e943
)

// addFolded adds a range with the other cases of its characters.
func addFolded(class []rune, lo, hi rune) []rune {
	class = addRange(class, lo, hi)
	for c := max(lo, foldMin); c <= min(hi, foldMax); c++ {
		for f := unicode.SimpleFold(c); f != c; f = unicode.SimpleFold(f) {
			if n := len(class); n > 2 && class[n-1]+1 == f {
				class[n-1] = f
			} else if f < lo || f > hi {
				class = addRange(class, f, f)
			}
		}
	}
	return class
}

func addTable(class []rune, table *unicode.RangeTable) []rune {
	add := func(lo, hi, stride rune) {
		if stride == 1 {
			class = addRange(class, lo, hi)
			return
		}
		for c := lo; c <= hi; c += stride {
			class = addRange(class, c, c)
		}
	}
	for _, r := range table.R16 {
		add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	for _, r := range table.R32 {
		add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	return class
}

// clean puts a class in order.
func clean(class []rune) []rune {
	type pair [2]rune
	pairs := make([]pair, 0, len(class)/2)
	for i := 0; i < len(class); i += 2 {
		pairs = append(pairs, pair{class[i], class[i+1]})
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		if a[0] != b[0] {
			return int(a[0] - b[0])
		}
		return int(b[1] - a[1])
	})
	out := class[:0]
	for _, p := range pairs {
		if n := len(out); n > 0 && p[0] <= out[n-1]+1 {
			out[n-1] = max(out[n-1], p[1])
			continue
		}
		out = append(out, p[0], p[1])
	}
	return out
}

// negate returns the complement of a clean class.
func negate(class []rune) []rune {
	out := make([]rune, 0, len(class)+2)
	next := rune(0)
	for i := 0; i < len(class); i += 2 {
		if next < class[i] {
			out = append(out, next, class[i]-1)
		}
		next = class[i+1] + 1
	}
	if next <= unicode.MaxRune {
		out = append(out, next, unicode.MaxRune)
	}
	return out
}

// addClass adds a clean class, or its complement.
func addClass(class, other []rune, negated bool) []rune {
	if negated {
		other = negate(other)
	}
	return append(class, other...)
}

var perlClasses = map[byte]string{'d': "09", 's': "\t\n\f\r  ", 'w': "09AZ__az"}

var namedClasses = map[string]string{
	"alnum": "09AZaz", "alpha": "AZaz", "ascii": "\x00\x7f", "blank": "\t\t  ", "cntrl": "\x00\x1f\x7f\x7f", "digit": "09",
	"graph": "!~", "lower": "az", "print": " ~", "punct": "!/:@[`{~", "space": "\t\r  ", "upper": "AZ", "word": "09AZ__az", "xdigit": "09AFaf",
}

// table is a class of Unicode, with what else belongs to it in any case.
type table struct{ plain, folded *unicode.RangeTable }

var unicodeTables = sync.OnceValue(func() map[string]table {
	tables := map[string]table{}
	for name, t := range unicode.Scripts {
		tables[plainName(name)] = table{t, unicode.FoldScript[name]}
	}
	for name, t := range unicode.Categories {
		tables[plainName(name)] = table{t, unicode.FoldCategory[name]}
	}
	for alias, name := range unicode.CategoryAliases {
		tables[plainName(alias)] = table{unicode.Categories[name], unicode.FoldCategory[name]}
	}
	return tables
})

// plainName returns the name of a class without what doesn't matter.
func plainName(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ' || r == '_' || r == '-':
			return -1
		case 'A' <= r && r <= 'Z':
			return r + 'a' - 'A'
		}
		return r
	}, name)
}

// unicodeClass returns the class of that name; ok is false if there is none.
func unicodeClass(name string, isFolded bool) (class []rune, ok bool) {
	switch plain := plainName(name); plain {
	case "any":
		return []rune{0, unicode.MaxRune}, true
	case "ascii":
		if isFolded {
			return clean(addFolded(nil, 0, unicode.MaxASCII)), true
		}
		return []rune{0, unicode.MaxASCII}, true
	case "assigned":
		return negate(clean(addTable(nil, unicode.Cn))), true
	default:
		t, ok := unicodeTables()[plain]
		if !ok {
			return nil, false
		}
		class = addTable(nil, t.plain)
		if isFolded && t.folded != nil {
			class = addTable(class, t.folded)
		}
		return clean(class), true
	}
}
