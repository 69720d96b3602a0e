package syntax

import (
	"strconv"
	"strings"
	"unicode"
)

// String returns an expression that means the same.
func (re *Regexp) String() string {
	var b strings.Builder
	write(&b, re)
	return b.String()
}

func write(b *strings.Builder, re *Regexp) {
	switch re.Op {
	case OpNoMatch:
		b.WriteString(`[^\x00-\x{10FFFF}]`)
	case OpEmptyMatch:
		b.WriteString(`(?:)`)
	case OpLiteral:
		if re.Flags&FoldCase != 0 {
			b.WriteString(`(?i:`)
			defer b.WriteByte(')')
		}
		for _, r := range re.Rune {
			writeRune(b, r, false)
		}
	case OpCharClass:
		writeClass(b, re.Rune)
	case OpAnyCharNotNL:
		b.WriteString(`(?-s:.)`)
	case OpAnyChar:
		b.WriteString(`(?s:.)`)
	case OpBeginLine:
		b.WriteString(`(?m:^)`)
	case OpEndLine:
		b.WriteString(`(?m:$)`)
	case OpBeginText:
		b.WriteString(`\A`)
	case OpEndText:
		if re.Flags&WasDollar != 0 {
			b.WriteString(`(?-m:$)`)
		} else {
			b.WriteString(`\z`)
		}
	case OpWordBoundary:
		b.WriteString(`\b`)
	case OpNoWordBoundary:
		b.WriteString(`\B`)
	case OpCapture:
		if re.Name != "" {
			b.WriteString(`(?P<` + re.Name + `>`)
		} else {
			b.WriteByte('(')
		}
		if re.Sub[0].Op != OpEmptyMatch {
			write(b, re.Sub[0])
		}
		b.WriteByte(')')
	case OpStar, OpPlus, OpQuest, OpRepeat:
		writeRepeat(b, re)
	case OpConcat:
		for _, sub := range re.Sub {
			writeGrouped(b, sub, sub.Op == OpAlternate)
		}
	case OpAlternate:
		for i, sub := range re.Sub {
			if i > 0 {
				b.WriteByte('|')
			}
			write(b, sub)
		}
	}
}

func writeGrouped(b *strings.Builder, re *Regexp, isGroup bool) {
	if isGroup {
		b.WriteString(`(?:`)
		defer b.WriteByte(')')
	}
	write(b, re)
}

func writeRepeat(b *strings.Builder, re *Regexp) {
	sub := re.Sub[0]
	writeGrouped(b, sub, sub.Op > OpCapture || sub.Op == OpLiteral && len(sub.Rune) > 1)
	switch re.Op {
	case OpStar:
		b.WriteByte('*')
	case OpPlus:
		b.WriteByte('+')
	case OpQuest:
		b.WriteByte('?')
	default:
		b.WriteString("{" + strconv.Itoa(re.Min))
		if re.Max != re.Min {
			b.WriteByte(',')
			if re.Max >= 0 {
				b.WriteString(strconv.Itoa(re.Max))
			}
		}
		b.WriteByte('}')
	}
	if re.Flags&NonGreedy != 0 {
		b.WriteByte('?')
	}
}

func writeClass(b *strings.Builder, class []rune) {
	if len(class) == 0 {
		b.WriteString(`[^\x00-\x{10FFFF}]`)
		return
	}
	b.WriteByte('[')
	if class[0] == 0 && class[len(class)-1] == unicode.MaxRune {
		b.WriteByte('^')
		class = negate(class)
	}
	for i := 0; i < len(class); i += 2 {
		lo, hi := class[i], class[i+1]
		writeRune(b, lo, true)
		if lo != hi {
			if lo+1 != hi {
				b.WriteByte('-')
			}
			writeRune(b, hi, true)
		}
	}
	b.WriteByte(']')
}

func writeRune(b *strings.Builder, r rune, inClass bool) {
	switch {
	case strings.ContainsRune(`\.+*?()|[]{}^$`, r) || inClass && r == '-':
		b.WriteByte('\\')
		b.WriteRune(r)
	case unicode.IsPrint(r):
		b.WriteRune(r)
	default:
		switch r {
		case '\a':
			b.WriteString(`\a`)
		case '\f':
			b.WriteString(`\f`)
		case '\n':
			b.WriteString(`\n`)
		case '\r':
			b.WriteString(`\r`)
		case '\t':
			b.WriteString(`\t`)
		case '\v':
			b.WriteString(`\v`)
		default:
			hex := strconv.FormatInt(int64(r), 16)
			if r < 0x100 {
				b.WriteString(`\x` + strings.Repeat("0", 2-len(hex)) + hex)
			} else {
				b.WriteString(`\x{` + hex + `}`)
			}
		}
	}
}
