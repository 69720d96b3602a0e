package strconv

import "unicode/utf8"

// Quote returns s as a Go literal in double quotes, with escapes for what cannot be printed.
//
//	strconv.Quote("a\tb") // "\"a\\tb\""
func Quote(s string) string { return quoted(s, '"', false, false) }

// QuoteToASCII is Quote with escapes for everything that is not ASCII.
func QuoteToASCII(s string) string { return quoted(s, '"', true, false) }

// QuoteToGraphic is Quote that leaves everything alone for which IsGraphic is true.
func QuoteToGraphic(s string) string { return quoted(s, '"', false, true) }

// AppendQuote appends Quote(s) to dst.
func AppendQuote(dst []byte, s string) []byte { return appendQuoted(dst, s, '"', false, false) }

// AppendQuoteToASCII appends QuoteToASCII(s) to dst.
func AppendQuoteToASCII(dst []byte, s string) []byte { return appendQuoted(dst, s, '"', true, false) }

// AppendQuoteToGraphic appends QuoteToGraphic(s) to dst.
func AppendQuoteToGraphic(dst []byte, s string) []byte {
	return appendQuoted(dst, s, '"', false, true)
}

// QuoteRune returns r as a Go character literal, with an escape if it cannot be printed.
func QuoteRune(r rune) string { return quoted(string(r), '\'', false, false) }

// QuoteRuneToASCII is QuoteRune with escapes for everything that is not ASCII.
func QuoteRuneToASCII(r rune) string { return quoted(string(r), '\'', true, false) }

// QuoteRuneToGraphic is QuoteRune that leaves everything alone for which IsGraphic is true.
func QuoteRuneToGraphic(r rune) string { return quoted(string(r), '\'', false, true) }

// AppendQuoteRune appends QuoteRune(r) to dst.
func AppendQuoteRune(dst []byte, r rune) []byte {
	return appendQuoted(dst, string(r), '\'', false, false)
}

// AppendQuoteRuneToASCII appends QuoteRuneToASCII(r) to dst.
func AppendQuoteRuneToASCII(dst []byte, r rune) []byte {
	return appendQuoted(dst, string(r), '\'', true, false)
}

// AppendQuoteRuneToGraphic appends QuoteRuneToGraphic(r) to dst.
func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte {
	return appendQuoted(dst, string(r), '\'', false, true)
}

// Unquote returns what the Go literal s stands for; s has double quotes, backquotes, or single
// quotes around one character. The error is ErrSyntax.
func Unquote(s string) (string, error) {
	n, out, ok := literal(s, true)
	if !ok || n != len(s) {
		return "", ErrSyntax
	}
	return out, nil
}

// QuotedPrefix returns the Go literal that s begins with, quotes and all. The error is ErrSyntax.
func QuotedPrefix(s string) (string, error) {
	n, _, ok := literal(s, false)
	if !ok {
		return "", ErrSyntax
	}
	return s[:n], nil
}

// literal finds the end of the literal that s begins with and, if wanted, its value.
func literal(s string, wantValue bool) (n int, value string, ok bool) {
	if len(s) < 2 {
		return
	}
	quote := s[0]
	end := 1
	simple := true
	for end < len(s) && s[end] != quote {
		switch c := s[end]; {
		case c == '\r' && quote == '`':
			simple = false
		case c == '\n' && quote != '`':
			return
		case c == '\\' && quote != '`':
			simple = false
			end++
		case c >= utf8.RuneSelf && quote != '`':
			simple = false
		}
		end++
	}
	if end >= len(s) {
		return
	}
	body := s[1:end]
	switch quote {
	case '`':
		if simple || !wantValue {
			return end + 1, body, true
		}
		var buf []byte
		for i := 0; i < len(body); i++ {
			if body[i] != '\r' {
				buf = append(buf, body[i])
			}
		}
		return end + 1, string(buf), true
	case '"', '\'':
		if quote == '"' && simple {
			return end + 1, body, true
		}
		rest := s[1:]
		var buf []byte
		for rest[0] != quote {
			r, multibyte, tail, err := UnquoteChar(rest, quote)
			if err != nil {
				return
			}
			// A lone surrogate or a rune that stands for bad UTF-8 is copied as RuneError.
			if wantValue {
				if r < utf8.RuneSelf || !multibyte {
					buf = append(buf, byte(r))
				} else {
					buf = utf8.AppendRune(buf, r)
				}
			}
			rest = tail
			if quote == '\'' {
				break
			}
			if rest == "" {
				return
			}
		}
		if rest == "" || rest[0] != quote {
			return
		}
		return len(s) - len(rest) + 1, string(buf), true
	}
	return
}

// UnquoteChar decodes the first character or escape of s, which is the inside of a literal. It
// returns the character, whether it needs more than one byte in UTF-8, and the rest of s. quote is
// the literal's quotation mark, which must be escaped; 0 allows both marks, and no escapes of them.
func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	if s == "" {
		return 0, false, "", ErrSyntax
	}
	c := s[0]
	switch {
	case c == quote && (quote == '\'' || quote == '"'):
		return 0, false, "", ErrSyntax
	case c >= utf8.RuneSelf:
		r, size := utf8.DecodeRuneInString(s)
		return r, true, s[size:], nil
	case c != '\\':
		return rune(c), false, s[1:], nil
	}
	if len(s) < 2 {
		return 0, false, "", ErrSyntax
	}
	c = s[1]
	s = s[2:]
	digits := 0
	switch c {
	case 'a':
		value = '\a'
	case 'b':
		value = '\b'
	case 'f':
		value = '\f'
	case 'n':
		value = '\n'
	case 'r':
		value = '\r'
	case 't':
		value = '\t'
	case 'v':
		value = '\v'
	case '\\':
		value = '\\'
	case '\'', '"':
		if c != quote {
			return 0, false, "", ErrSyntax
		}
		value = rune(c)
	case 'x':
		digits = 2
	case 'u':
		digits = 4
	case 'U':
		digits = 8
	case '0', '1', '2', '3', '4', '5', '6', '7':
		if len(s) < 2 {
			return 0, false, "", ErrSyntax
		}
		value = rune(c - '0')
		for i := 0; i < 2; i++ {
			d := s[i] - '0'
			if d > 7 {
				return 0, false, "", ErrSyntax
			}
			value = value<<3 | rune(d)
		}
		if value > 255 {
			return 0, false, "", ErrSyntax
		}
		return value, false, s[2:], nil
	default:
		return 0, false, "", ErrSyntax
	}
	if digits == 0 {
		return value, false, s, nil
	}
	if len(s) < digits {
		return 0, false, "", ErrSyntax
	}
	for i := 0; i < digits; i++ {
		d, ok := hexDigit(s[i])
		if !ok {
			return 0, false, "", ErrSyntax
		}
		value = value<<4 | d
	}
	if c == 'x' {
		return value, false, s[2:], nil
	}
	if !utf8.ValidRune(value) {
		return 0, false, "", ErrSyntax
	}
	return value, true, s[digits:], nil
}

func hexDigit(c byte) (rune, bool) {
	switch {
	case '0' <= c && c <= '9':
		return rune(c - '0'), true
	case 'a' <= c && c <= 'f':
		return rune(c - 'a' + 10), true
	case 'A' <= c && c <= 'F':
		return rune(c - 'A' + 10), true
	}
	return 0, false
}
