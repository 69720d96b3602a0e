package json

import "strconv"

// maxDepth is how deep arrays and objects may be nested.
const maxDepth = 10000

// state says what a scanner expects next.
type state uint8

const (
	wantValue        state = iota
	wantValueOrClose       // after [
	wantKeyOrClose         // after {
	wantKey                // after , in an object
	wantColon
	afterValue
	inString
	inEscape
	inHex      // of \u, with the digits to come in pending
	inLiteral  // true, false or null, with the letters to come in literal
	afterMinus // of a number, as all that follow
	afterZero
	inInteger
	afterPoint
	inFraction
	afterE
	afterExponentSign
	inExponent
	failed
)

// scanner checks JSON byte by byte.
type scanner struct {
	state   state
	pending int    // digits to come of \u
	literal string // letters to come, and the whole literal
	whole   string
	open    []byte // what is open: [ for an array, { for an object before a colon, : behind it
	read    int64  // bytes read
	err     *SyntaxError
}

func (s *scanner) reset() {
	*s = scanner{open: s.open[:0]}
}

// fail notes that the byte c is wrong.
func (s *scanner) fail(c byte, context string) {
	s.state = failed
	s.err = &SyntaxError{"invalid character " + quoteByte(c) + " " + context, s.read}
}

// quoteByte returns a byte as it is shown in messages.
func quoteByte(c byte) string {
	switch c {
	case '\'':
		return `'\''`
	case '"':
		return `'"'`
	}
	q := strconv.Quote(string(rune(c)))
	return "'" + q[1:len(q)-1] + "'"
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

// done reports whether a whole value was read. A number at the end may still go on.
func (s *scanner) done() bool { return s.state == afterValue && len(s.open) == 0 }

// finish is told that there is no more input; it returns what is wrong then.
func (s *scanner) finish() *SyntaxError {
	if s.err != nil {
		return s.err
	}
	s.read--
	s.step(' ') // ends a number
	if s.err == nil && !s.done() {
		s.state = failed
		s.err = &SyntaxError{"unexpected end of JSON input", s.read}
	}
	return s.err
}

// endsNumber reports whether the text so far ends with a number that is complete.
func (s *scanner) endsNumber() bool {
	switch s.state {
	case afterZero, inInteger, inFraction, inExponent:
		return true
	}
	return false
}

// push opens an array or object.
func (s *scanner) push(c byte, next state) {
	s.open = append(s.open, c)
	s.state = next
	if len(s.open) > maxDepth {
		s.fail(c, "exceeded max depth")
	}
}

func (s *scanner) pop() {
	s.open = s.open[:len(s.open)-1]
	s.state = afterValue
}

// step reads a byte; s.err tells whether it is right.
func (s *scanner) step(c byte) {
	s.read++
	switch s.state {
	case inString:
		switch {
		case c == '"':
			s.state = afterValue
			if n := len(s.open); n > 0 && s.open[n-1] == '{' {
				s.state = wantColon
			}
		case c == '\\':
			s.state = inEscape
		case c < ' ':
			s.fail(c, "in string literal")
		}
	case inEscape:
		switch c {
		case 'b', 'f', 'n', 'r', 't', '\\', '/', '"':
			s.state = inString
		case 'u':
			s.state, s.pending = inHex, 4
		default:
			s.fail(c, "in string escape code")
		}
	case inHex:
		if !isHex(c) {
			s.fail(c, "in \\u hexadecimal character escape")
			return
		}
		if s.pending--; s.pending == 0 {
			s.state = inString
		}
	case inLiteral:
		if c != s.literal[0] {
			s.fail(c, "in literal "+s.whole+" (expecting "+quoteByte(s.literal[0])+")")
			return
		}
		if s.literal = s.literal[1:]; s.literal == "" {
			s.state = afterValue
		}
	case afterMinus, afterZero, inInteger, afterPoint, inFraction, afterE, afterExponentSign, inExponent:
		s.number(c)
	case failed:
	default:
		if !isSpace(c) {
			s.structure(c)
		}
	}
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// number reads a byte within or after a number.
func (s *scanner) number(c byte) {
	isDigit := '0' <= c && c <= '9'
	switch s.state {
	case afterMinus:
		switch {
		case c == '0':
			s.state = afterZero
		case isDigit:
			s.state = inInteger
		default:
			s.fail(c, "in numeric literal")
		}
		return
	case afterPoint:
		if !isDigit {
			s.fail(c, "after decimal point in numeric literal")
			return
		}
		s.state = inFraction
		return
	case afterE:
		if c == '+' || c == '-' {
			s.state = afterExponentSign
			return
		}
		fallthrough
	case afterExponentSign:
		if !isDigit {
			s.fail(c, "in exponent of numeric literal")
			return
		}
		s.state = inExponent
		return
	}
	switch {
	case isDigit && s.state != afterZero:
	case c == '.' && (s.state == afterZero || s.state == inInteger):
		s.state = afterPoint
	case (c == 'e' || c == 'E') && s.state != inExponent:
		s.state = afterE
	default:
		s.state = afterValue
		if !isSpace(c) {
			s.structure(c)
		}
	}
}

// structure reads a byte between values that is no space.
func (s *scanner) structure(c byte) {
	switch s.state {
	case wantKey, wantKeyOrClose:
		switch {
		case c == '"':
			s.state = inString
		case c == '}' && s.state == wantKeyOrClose:
			s.pop()
		default:
			s.fail(c, "looking for beginning of object key string")
		}
	case wantColon:
		if c != ':' {
			s.fail(c, "after object key")
			return
		}
		s.open[len(s.open)-1] = ':'
		s.state = wantValue
	case wantValue, wantValueOrClose:
		if c == ']' && s.state == wantValueOrClose {
			s.pop()
			return
		}
		s.value(c)
	default:
		s.after(c)
	}
}

// value reads the first byte of a value.
func (s *scanner) value(c byte) {
	switch c {
	case '{':
		s.push(c, wantKeyOrClose)
	case '[':
		s.push(c, wantValueOrClose)
	case '"':
		s.state = inString
	case '-':
		s.state = afterMinus
	case '0':
		s.state = afterZero
	case 't':
		s.state, s.whole, s.literal = inLiteral, "true", "rue"
	case 'f':
		s.state, s.whole, s.literal = inLiteral, "false", "alse"
	case 'n':
		s.state, s.whole, s.literal = inLiteral, "null", "ull"
	default:
		if '1' <= c && c <= '9' {
			s.state = inInteger
			return
		}
		s.fail(c, "looking for beginning of value")
	}
}

// after reads a byte after a value.
func (s *scanner) after(c byte) {
	if len(s.open) == 0 {
		s.fail(c, "after top-level value")
		return
	}
	top := &s.open[len(s.open)-1]
	switch {
	case *top == '[' && c == ',':
		s.state = wantValue
	case *top == '[' && c == ']':
		s.pop()
	case *top == '[':
		s.fail(c, "after array element")
	case c == ',':
		*top = '{'
		s.state = wantKey
	case c == '}':
		s.pop()
	default:
		s.fail(c, "after object key:value pair")
	}
}

// check tells what is wrong with a whole text, if anything.
func check(data []byte) error {
	var s scanner
	for _, c := range data {
		s.step(c)
		if s.err != nil {
			return s.err
		}
	}
	if err := s.finish(); err != nil {
		return err
	}
	return nil
}

// Valid reports whether data is one JSON value.
func Valid(data []byte) bool { return check(data) == nil }
