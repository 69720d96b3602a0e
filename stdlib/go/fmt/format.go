package fmt

import "unicode/utf8"

// tooLarge: widths, precisions and indexes beyond are errors.
func tooLarge(n int) bool { return n > 1e6 || n < -1e6 }

// number reads a decimal number at s[i:].
func number(s string, i int) (n int, ok bool, next int) {
	for ; i < len(s) && s[i] >= '0' && s[i] <= '9'; i++ {
		if tooLarge(n) {
			return 0, false, len(s)
		}
		n, ok = n*10+int(s[i]-'0'), true
	}
	return n, ok, i
}

// index reads an explicit operand index at format[i:], if there is one.
func (p *printer) index(format string, i, operand, count int) (int, int, bool) {
	if i >= len(format) || format[i] != '[' {
		return operand, i, false
	}
	p.reordered = true
	for j := i + 1; j < len(format); j++ {
		if format[j] == ']' {
			n, ok, end := number(format[:j], i+1)
			if ok && end == j && n >= 1 && n <= count {
				return n - 1, j + 1, true
			}
			p.goodIndex = false
			return operand, j + 1, ok && end == j
		}
	}
	p.goodIndex = false
	return operand, i + 1, false
}

// starArg takes a width or precision from the operands.
func starArg(a []any, operand int) (n int, ok bool, next int) {
	if operand >= len(a) {
		return 0, false, operand
	}
	switch v := a[operand].(type) {
	case int:
		n, ok = v, true
	case int8:
		n, ok = int(v), true
	case int16:
		n, ok = int(v), true
	case int32:
		n, ok = int(v), true
	case int64:
		n, ok = int(v), true
	case uint:
		n, ok = int(v), int(v) >= 0
	case uint8:
		n, ok = int(v), true
	case uint16:
		n, ok = int(v), true
	case uint32:
		n, ok = int(v), true
	case uint64:
		n, ok = int(v), int(v) >= 0
	case uintptr:
		n, ok = int(v), int(v) >= 0
	default:
		n, ok = kindInt(v)
	}
	if tooLarge(n) {
		return 0, false, operand + 1
	}
	return n, ok, operand + 1
}

func (p *printer) printf(format string, a []any) {
	operand := 0
	afterIndex := false
	p.reordered = false
	for i := 0; ; {
		p.goodIndex = true
		if i, operand = p.literal(format, i, a, operand); i < 0 {
			break
		}
		p.clear()
		afterIndex = false
	flags:
		for ; i < len(format); i++ {
			switch format[i] {
			case '#':
				p.flags |= sharp
			case '0':
				p.flags |= zero
			case '+':
				p.flags |= plus
			case '-':
				p.flags |= minus
			case ' ':
				p.flags |= space
			default:
				break flags
			}
		}
		operand, i, afterIndex = p.index(format, i, operand, len(a))
		var ok bool
		if i < len(format) && format[i] == '*' {
			i++
			if p.wid, ok, operand = starArg(a, operand); ok {
				p.flags |= hasWidth
			} else {
				p.str("%!(BADWIDTH)")
			}
			if p.wid < 0 {
				p.wid = -p.wid
				p.flags = p.flags&^zero | minus
			}
			afterIndex = false
		} else {
			if p.wid, ok, i = number(format, i); ok {
				p.flags |= hasWidth
				if afterIndex {
					p.goodIndex = false
				}
			}
		}
		if i+1 <= len(format) && format[i] == '.' {
			i++
			if afterIndex {
				p.goodIndex = false
			}
			operand, i, afterIndex = p.index(format, i, operand, len(a))
			if i < len(format) && format[i] == '*' {
				i++
				p.prec, ok, operand = starArg(a, operand)
				if p.prec < 0 {
					p.prec, ok = 0, false
				}
				if ok {
					p.flags |= hasPrec
				} else {
					p.str("%!(BADPREC)")
				}
				afterIndex = false
			} else {
				p.prec, ok, i = number(format, i)
				if !ok {
					p.prec = 0
				}
				p.flags |= hasPrec
			}
		}
		if !afterIndex {
			operand, i, afterIndex = p.index(format, i, operand, len(a))
		}
		if i >= len(format) {
			p.str("%!(NOVERB)")
			break
		}
		verb, size := rune(format[i]), 1
		if verb >= utf8.RuneSelf {
			verb, size = utf8.DecodeRuneInString(format[i:])
		}
		i += size
		switch {
		case verb == '%':
			p.buf = append(p.buf, '%')
		case !p.goodIndex:
			p.complain(verb, "(BADINDEX)")
		case operand >= len(a):
			p.complain(verb, "(MISSING)")
		default:
			if verb == 'w' {
				p.wrapped = append(p.wrapped, operand)
			}
			if verb == 'v' || verb == 'w' {
				if p.flags&sharp != 0 {
					p.flags = p.flags&^sharp | sharpV
				}
				if p.flags&plus != 0 {
					p.flags = p.flags&^plus | plusV
				}
			}
			p.value(a[operand], verb)
			operand++
		}
	}
	if !p.reordered && operand < len(a) {
		p.clear()
		p.str("%!(EXTRA ")
		for i, arg := range a[operand:] {
			if i > 0 {
				p.str(", ")
			}
			if arg == nil {
				p.str("<nil>")
			} else {
				p.str(typeString(arg))
				p.buf = append(p.buf, '=')
				p.value(arg, 'v')
			}
		}
		p.buf = append(p.buf, ')')
	}
}

func (p *printer) complain(verb rune, what string) {
	p.str("%!")
	p.buf = utf8.AppendRune(p.buf, verb)
	p.str(what)
}
