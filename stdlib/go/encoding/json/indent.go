package json

import (
	"bytes"
	"unicode/utf8"
)

// HTMLEscape appends src to dst with the characters <, >, &, U+2028 and U+2029 written as \u003c
// and so on, so that it can stand in a script of an HTML page.
func HTMLEscape(dst *bytes.Buffer, src []byte) {
	dst.Write(appendHTMLEscaped(dst.AvailableBuffer(), src))
}

func appendHTMLEscaped(dst, src []byte) []byte {
	for i := 0; i < len(src); i++ {
		c := src[i]
		switch {
		case c == '<' || c == '>' || c == '&':
			dst = append(dst, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
		case isLineSeparator(src[i:]):
			dst = append(dst, '\\', 'u', '2', '0', '2', hexDigits[src[i+2]&15])
			i += 2
		default:
			dst = append(dst, c)
		}
	}
	return dst
}

// isLineSeparator reports whether b begins with U+2028 or U+2029.
func isLineSeparator(b []byte) bool {
	return len(b) >= 3 && b[0] == 0xE2 && b[1] == 0x80 && b[2]&^1 == 0xA8
}

// Compact appends the JSON of src to dst without spaces. After an error dst is as before.
func Compact(dst *bytes.Buffer, src []byte) error {
	b, err := appendCompact(dst.AvailableBuffer(), src, false)
	if err != nil {
		return err
	}
	dst.Write(b)
	return nil
}

func appendCompact(dst, src []byte, escapeHTML bool) ([]byte, error) {
	var s scanner
	from := 0 // what is not yet appended begins there
	for i, c := range src {
		inText := s.state == inString
		s.step(c)
		if s.err != nil {
			return nil, s.err
		}
		switch {
		case !inText && isSpace(c):
			dst = append(dst, src[from:i]...)
			from = i + 1
		case escapeHTML && (c == '<' || c == '>' || c == '&'):
			dst = append(dst, src[from:i]...)
			dst = appendHTMLEscaped(dst, src[i:i+1])
			from = i + 1
		case escapeHTML && c == 0xE2 && isLineSeparator(src[i:]):
			dst = append(dst, src[from:i]...)
			dst = appendHTMLEscaped(dst, src[i:i+3])
			from = i + 3
		}
	}
	if err := s.finish(); err != nil {
		return nil, err
	}
	if from < len(src) {
		dst = append(dst, src[from:]...)
	}
	return dst, nil
}

// Indent appends the JSON of src to dst with a line for each element of arrays and objects. Every
// line but the first begins with prefix, then indent once for each array or object that is open.
// After an error dst is as before.
func Indent(dst *bytes.Buffer, src []byte, prefix, indent string) error {
	b, err := appendIndent(dst.AvailableBuffer(), src, prefix, indent)
	if err != nil {
		return err
	}
	dst.Write(b)
	return nil
}

func appendIndent(dst, src []byte, prefix, indent string) ([]byte, error) {
	var s scanner
	isEmpty := false // just after [ or {
	line := func(depth int) {
		dst = append(dst, '\n')
		dst = append(dst, prefix...)
		for range depth {
			dst = append(dst, indent...)
		}
	}
	for _, c := range src {
		inText := s.state == inString || s.state == inEscape
		s.step(c)
		if s.err != nil {
			return nil, s.err
		}
		if inText {
			dst = append(dst, c)
			continue
		}
		if isSpace(c) {
			if s.done() {
				dst = append(dst, c) // spaces at the end stay
			}
			continue
		}
		if isEmpty && c != ']' && c != '}' {
			isEmpty = false
			depth := len(s.open)
			if c == '[' || c == '{' {
				depth--
			}
			line(depth)
		}
		switch c {
		case '[', '{':
			isEmpty = true
			dst = append(dst, c)
		case ',':
			dst = append(dst, c)
			line(len(s.open))
		case ':':
			dst = append(dst, c, ' ')
		case ']', '}':
			if !isEmpty {
				line(len(s.open))
			}
			isEmpty = false
			dst = append(dst, c)
		default:
			dst = append(dst, c)
		}
	}
	if err := s.finish(); err != nil {
		return nil, err
	}
	return dst, nil
}

const hexDigits = "0123456789abcdef"

// appendString appends s as a JSON string.
func appendString[T string | []byte](dst []byte, s T, escapeHTML bool) []byte {
	dst = append(dst, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(string(s[i:min(len(s), i+utf8.UTFMax)]))
			switch {
			case r == utf8.RuneError && size == 1:
				dst = append(dst, s[from:i]...)
				dst = append(dst, `\ufffd`...)
				from = i + size
			case r == '\u2028' || r == '\u2029':
				dst = append(dst, s[from:i]...)
				dst = append(dst, '\\', 'u', '2', '0', '2', hexDigits[r&15])
				from = i + size
			}
			i += size
			continue
		}
		i++
		if c >= ' ' && c != '"' && c != '\\' && !(escapeHTML && (c == '<' || c == '>' || c == '&')) {
			continue
		}
		dst = append(dst, s[from:i-1]...)
		from = i
		switch c {
		case '"', '\\':
			dst = append(dst, '\\', c)
		case '\b':
			dst = append(dst, '\\', 'b')
		case '\f':
			dst = append(dst, '\\', 'f')
		case '\n':
			dst = append(dst, '\\', 'n')
		case '\r':
			dst = append(dst, '\\', 'r')
		case '\t':
			dst = append(dst, '\\', 't')
		default:
			dst = append(dst, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
		}
	}
	dst = append(dst, s[from:]...)
	return append(dst, '"')
}
