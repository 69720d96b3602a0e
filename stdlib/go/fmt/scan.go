package fmt

import (
	"errors"
	"internal/rtype"
	"internal/stdio"
	"io"
	"strconv"
	"unicode/utf8"
	"unsafe"
)

// ScanState is what a Scanner reads from.
type ScanState interface {
	ReadRune() (r rune, size int, err error)                           // reads a character; io.EOF at the end, at the width's end, and at a newline for Scanln
	UnreadRune() error                                                 // makes the next ReadRune return the same character again
	SkipSpace()                                                        // skips spaces, and newlines as far as the calling function lets it
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error) // returns the characters for which f is true, non-spaces if f is nil; valid until the next call
	Width() (wid int, ok bool)                                         // tells the directive's width, and whether it has one
	Read(buf []byte) (n int, err error)                                // fails always: use ReadRune
}

// Scanner is implemented by types that scan themselves.
type Scanner interface {
	Scan(state ScanState, verb rune) error // reads the receiver from state as verb asks for; the receiver must be a pointer
}

const eof = -1

// source reads runes from a reader that has none of its own, one byte at a time.
type source struct {
	r       io.Reader
	pending [utf8.UTFMax]byte
	held    rune // the last rune, for UnreadRune
	again   bool
}

func (s *source) ReadRune() (r rune, size int, err error) {
	if s.again {
		s.again = false
		return s.held, utf8.RuneLen(s.held), nil
	}
	for n := 0; n < utf8.UTFMax; {
		if _, err = io.ReadFull(s.r, s.pending[n:n+1]); err != nil {
			if n == 0 {
				return 0, 0, err
			}
			return utf8.RuneError, 1, nil
		}
		n++
		if utf8.FullRune(s.pending[:n]) {
			s.held, size = utf8.DecodeRune(s.pending[:n])
			return s.held, size, nil
		}
	}
	s.held = utf8.RuneError
	return utf8.RuneError, 1, nil
}

func (s *source) UnreadRune() error {
	s.again = true
	return nil
}

// stringSource reads a string.
type stringSource struct {
	s    string
	i    int
	last int
}

func (s *stringSource) Read(b []byte) (int, error) {
	if s.i >= len(s.s) {
		return 0, io.EOF
	}
	n := copy(b, s.s[s.i:])
	s.i += n
	return n, nil
}

func (s *stringSource) ReadRune() (rune, int, error) {
	if s.i >= len(s.s) {
		s.last = 0
		return 0, 0, io.EOF
	}
	r, n := rune(s.s[s.i]), 1
	if r >= utf8.RuneSelf {
		r, n = utf8.DecodeRuneInString(s.s[s.i:])
	}
	s.i += n
	s.last = n
	return r, n, nil
}

func (s *stringSource) UnreadRune() error {
	s.i -= s.last
	s.last = 0
	return nil
}

// scanner is the state of one call.
type scanner struct {
	rs        io.RuneScanner
	buf       []byte
	count     int
	atEOF     bool
	nlIsSpace bool // Scan: newlines are space
	nlIsEnd   bool // Scanln, Sscanf: a newline ends the input
	limit     int  // runes that may still be read of this operand
	hasWidth  bool
	width     int
}

// scanError wraps what is wrong with the input, to tell it from the program's own panics.
type scanError struct{ err error }

const noLimit = 1 << 30

func newScanner(r io.Reader, nlIsSpace, nlIsEnd bool) *scanner {
	rs, ok := r.(io.RuneScanner)
	if !ok {
		rs = &source{r: r}
	}
	return &scanner{rs: rs, nlIsSpace: nlIsSpace, nlIsEnd: nlIsEnd, limit: noLimit}
}

// Scan reads values separated by spaces or newlines from standard input into the variables that a
// points to. It returns how many were read; if not all, err says why.
//
//	var a, b int
//	if _, err := fmt.Scan(&a, &b); err != nil { ... }
func Scan(a ...any) (n int, err error) { return Fscan(stdio.In(), a...) }

// Scanln is Scan that stops at a newline, which must follow the last value.
func Scanln(a ...any) (n int, err error) { return Fscanln(stdio.In(), a...) }

// Scanf reads values from standard input as the format says; its newlines must match the input's.
// It returns how many were read.
func Scanf(format string, a ...any) (n int, err error) { return Fscanf(stdio.In(), format, a...) }

// Sscan is Scan from the string str.
func Sscan(str string, a ...any) (n int, err error) { return Fscan(&stringSource{s: str}, a...) }

// Sscanln is Scanln from the string str.
func Sscanln(str string, a ...any) (n int, err error) { return Fscanln(&stringSource{s: str}, a...) }

// Sscanf is Scanf from the string str.
//
//	var h, m int
//	n, err := fmt.Sscanf("17:05", "%d:%d", &h, &m)
func Sscanf(str string, format string, a ...any) (n int, err error) {
	return Fscanf(&stringSource{s: str}, format, a...)
}

// Fscan is Scan from r. If r has no method UnreadRune, a character after the last value may be
// lost: wrap r in a bufio.Reader for further calls.
func Fscan(r io.Reader, a ...any) (n int, err error) {
	s := newScanner(r, true, false)
	return s.all(a)
}

// Fscanln is Scanln from r.
func Fscanln(r io.Reader, a ...any) (n int, err error) {
	s := newScanner(r, false, true)
	return s.all(a)
}

// Fscanf is Scanf from r.
func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	s := newScanner(r, false, false)
	return s.formatted(format, a)
}

func (s *scanner) fail(text string) { panic(scanError{errors.New(text)}) }

func (s *scanner) caught(err *error) {
	switch e := recover().(type) {
	case nil:
	case scanError:
		*err = e.err
	default:
		if x, ok := e.(error); ok && x == io.EOF {
			*err = io.EOF
			return
		}
		panic(e)
	}
}

func (s *scanner) ReadRune() (r rune, size int, err error) {
	if s.atEOF || s.limit <= 0 {
		return 0, 0, io.EOF
	}
	r, size, err = s.rs.ReadRune()
	if err == nil {
		s.count++
		s.limit--
	} else if err == io.EOF {
		s.atEOF = true
	}
	return
}

func (s *scanner) UnreadRune() error {
	s.rs.UnreadRune()
	s.atEOF = false
	s.count--
	s.limit++
	return nil
}

func (s *scanner) Read(buf []byte) (n int, err error) {
	return 0, errors.New("ScanState's Read should not be called. Use ReadRune")
}

func (s *scanner) Width() (wid int, ok bool) { return s.width, s.hasWidth }

// get is ReadRune with eof and panics in place of errors.
func (s *scanner) get() rune {
	r, _, err := s.ReadRune()
	if err == io.EOF {
		return eof
	}
	if err != nil {
		panic(scanError{err})
	}
	return r
}

func (s *scanner) need() rune {
	r := s.get()
	if r == eof {
		panic(scanError{io.ErrUnexpectedEOF})
	}
	return r
}

func isSpace(r rune) bool {
	switch r {
	case '\t', '\n', '\v', '\f', '\r', ' ', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000:
		return true
	}
	return r >= 0x2000 && r <= 0x200a
}

func (s *scanner) SkipSpace() {
	for {
		r := s.get()
		switch {
		case r == eof:
			return
		case r == '\r' && s.peek("\n"):
		case r == '\n':
			if s.nlIsSpace {
				continue
			}
			s.fail("unexpected newline")
		case !isSpace(r):
			s.UnreadRune()
			return
		}
	}
}

func (s *scanner) Token(skipSpace bool, f func(rune) bool) (token []byte, err error) {
	defer s.caught(&err)
	if f == nil {
		f = func(r rune) bool { return !isSpace(r) }
	}
	if skipSpace {
		s.SkipSpace()
	}
	s.buf = s.buf[:0]
	for {
		r := s.get()
		if r == eof {
			break
		}
		if !f(r) {
			s.UnreadRune()
			break
		}
		s.buf = utf8.AppendRune(s.buf, r)
	}
	return s.buf, nil
}

func has(set string, r rune) bool {
	for _, c := range set {
		if c == r {
			return true
		}
	}
	return false
}

func (s *scanner) peek(set string) bool {
	r := s.get()
	if r != eof {
		s.UnreadRune()
	}
	return has(set, r)
}

// accept takes the next rune if it is in the set.
func (s *scanner) accept(set string) bool {
	r := s.get()
	if r == eof {
		return false
	}
	if has(set, r) {
		s.buf = utf8.AppendRune(s.buf, r)
		return true
	}
	s.UnreadRune()
	return false
}

func (s *scanner) notEOF() {
	if s.get() == eof {
		panic(scanError{io.EOF})
	}
	s.UnreadRune()
}

func (s *scanner) all(a []any) (n int, err error) {
	defer s.caught(&err)
	for _, arg := range a {
		s.one('v', arg)
		n++
	}
	if s.nlIsEnd {
		for {
			r := s.get()
			if r == '\n' || r == eof {
				break
			}
			if !isSpace(r) {
				s.fail("expected newline")
			}
		}
	}
	return n, nil
}

func (s *scanner) word() string {
	s.buf = s.buf[:0]
	for {
		r := s.get()
		if r == eof {
			break
		}
		if isSpace(r) {
			s.UnreadRune()
			break
		}
		s.buf = utf8.AppendRune(s.buf, r)
	}
	return string(s.buf)
}

func (s *scanner) checkVerb(verb rune, ok string, what string) {
	if !has(ok, verb) {
		s.fail("bad verb '%" + string(verb) + "' for " + what)
	}
}

func (s *scanner) boolean(verb rune) bool {
	s.SkipSpace()
	s.notEOF()
	s.checkVerb(verb, "tv", "boolean")
	s.buf = s.buf[:0]
	switch r := s.get(); r {
	case '0':
		return false
	case '1':
		return true
	case 't', 'T':
		if s.accept("rR") && (!s.accept("uU") || !s.accept("eE")) {
			s.fail("syntax error scanning boolean")
		}
		return true
	case 'f', 'F':
		if s.accept("aA") && (!s.accept("lL") || !s.accept("sS") || !s.accept("eE")) {
			s.fail("syntax error scanning boolean")
		}
		return false
	}
	return false
}

// integer reads an integer's text; the base is 0 if a prefix said it.
func (s *scanner) integer(verb rune, signed bool) (text string, base int) {
	s.SkipSpace()
	s.notEOF()
	s.checkVerb(verb, "bdoUxXv", "integer")
	s.buf = s.buf[:0]
	if verb == 'U' {
		if !s.accept("U") || !s.accept("+") {
			s.fail("bad unicode format ")
		}
		s.buf = s.buf[:0]
	} else if signed {
		s.accept("+-")
	}
	base, digits := 10, "0123456789"
	switch verb {
	case 'b':
		base, digits = 2, "01"
	case 'o':
		base, digits = 8, "01234567"
	case 'x', 'X', 'U':
		base, digits = 16, "0123456789aAbBcCdDeEfF"
	case 'v':
		digits = "0123456789_"
	}
	if verb == 'v' && s.accept("0") {
		switch {
		case s.accept("bB"):
			digits = "01_"
		case s.accept("oO"):
			digits = "01234567_"
		case s.accept("xX"):
			digits = "0123456789aAbBcCdDeEfF_"
		default:
			digits = "01234567_"
		}
		for s.accept(digits) {
		}
		return string(s.buf), 0
	}
	if !s.accept(digits) {
		s.fail("expected integer")
	}
	for s.accept(digits) {
	}
	if verb == 'v' {
		base = 0
	}
	return string(s.buf), base
}

func (s *scanner) number(err error) {
	if err != nil {
		panic(scanError{err})
	}
}

func (s *scanner) signed(verb rune, bits int) int64 {
	if verb == 'c' {
		return int64(s.need())
	}
	text, base := s.integer(verb, true)
	i, err := strconv.ParseInt(text, base, 64)
	s.number(err)
	if i<<(64-bits)>>(64-bits) != i {
		s.fail("integer overflow on token " + text)
	}
	return i
}

func (s *scanner) unsigned(verb rune, bits int) uint64 {
	if verb == 'c' {
		return uint64(s.need())
	}
	text, base := s.integer(verb, false)
	i, err := strconv.ParseUint(text, base, 64)
	s.number(err)
	if i<<(64-bits)>>(64-bits) != i {
		s.fail("unsigned integer overflow on token " + text)
	}
	return i
}

func (s *scanner) floatText() string {
	s.buf = s.buf[:0]
	if s.accept("nN") && s.accept("aA") && s.accept("nN") {
		return string(s.buf)
	}
	s.accept("+-")
	if s.accept("iI") && s.accept("nN") && s.accept("fF") {
		return string(s.buf)
	}
	digits, exp := "0123456789_", "eEpP"
	if s.accept("0") && s.accept("xX") {
		digits, exp = "0123456789aAbBcCdDeEfF_", "pP"
	}
	for s.accept(digits) {
	}
	if s.accept(".") {
		for s.accept(digits) {
		}
	}
	if s.accept(exp) {
		s.accept("+-")
		for s.accept("0123456789_") {
		}
	}
	return string(s.buf)
}

func (s *scanner) parseFloat(text string, bits int) float64 {
	f, err := strconv.ParseFloat(text, bits)
	if err != nil {
		panic(scanError{err})
	}
	return f
}

func (s *scanner) float(verb rune, bits int) float64 {
	s.SkipSpace()
	s.notEOF()
	s.checkVerb(verb, "beEfFgGv", "float32")
	return s.parseFloat(s.floatText(), bits)
}

func (s *scanner) complex(verb rune, bits int) complex128 {
	s.SkipSpace()
	s.notEOF()
	s.checkVerb(verb, "beEfFgGv", "complex")
	parens := s.accept("(")
	re := s.floatText()
	s.buf = s.buf[:0]
	if !s.accept("+-") {
		s.fail("syntax error scanning complex number")
	}
	sign := string(s.buf)
	im := s.floatText()
	if !s.accept("i") || parens && !s.accept(")") {
		s.fail("syntax error scanning complex number")
	}
	return complex(s.parseFloat(re, bits/2), s.parseFloat(sign+im, bits/2))
}

func (s *scanner) text(verb rune) string {
	s.checkVerb(verb, "svqxX", "string")
	s.SkipSpace()
	s.notEOF()
	switch verb {
	case 'q':
		return s.quoted()
	case 'x', 'X':
		word := s.word()
		out := make([]byte, len(word)/2)
		for i := range out {
			b, err := strconv.ParseUint(word[2*i:2*i+2], 16, 8)
			if err != nil {
				s.fail("no hex data for %x string")
			}
			out[i] = byte(b)
		}
		if len(out) == 0 {
			s.fail("no hex data for %x string")
		}
		return string(out)
	}
	return s.word()
}

func (s *scanner) quoted() string {
	quote := s.get()
	if quote != '"' && quote != '`' {
		s.fail("expected quoted string")
	}
	s.buf = utf8.AppendRune(s.buf[:0], quote)
	for {
		r := s.need()
		s.buf = utf8.AppendRune(s.buf, r)
		if r == '\\' && quote == '"' {
			s.buf = utf8.AppendRune(s.buf, s.need())
		} else if r == quote {
			break
		}
	}
	text, err := strconv.Unquote(string(s.buf))
	if err != nil {
		panic(scanError{err})
	}
	return text
}

// one scans an operand.
func (s *scanner) one(verb rune, arg any) {
	s.buf = s.buf[:0]
	if v, ok := arg.(Scanner); ok {
		if err := v.Scan(s, verb); err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			panic(scanError{err})
		}
		return
	}
	t := rtype.Of(arg)
	if t == nil || t.Kind != rtype.Pointer {
		s.fail("type not a pointer: " + Sprintf("%T", arg))
	}
	p := *(*unsafe.Pointer)(rtype.Data(arg))
	switch e := t.Elem; e.Kind {
	case rtype.Bool:
		*(*bool)(p) = s.boolean(verb)
	case rtype.Int, rtype.Int64:
		*(*int64)(p) = s.signed(verb, 64)
	case rtype.Int8:
		*(*int8)(p) = int8(s.signed(verb, 8))
	case rtype.Int16:
		*(*int16)(p) = int16(s.signed(verb, 16))
	case rtype.Int32:
		*(*int32)(p) = int32(s.signed(verb, 32))
	case rtype.Uint, rtype.Uint64, rtype.Uintptr:
		*(*uint64)(p) = s.unsigned(verb, 64)
	case rtype.Uint8:
		*(*uint8)(p) = uint8(s.unsigned(verb, 8))
	case rtype.Uint16:
		*(*uint16)(p) = uint16(s.unsigned(verb, 16))
	case rtype.Uint32:
		*(*uint32)(p) = uint32(s.unsigned(verb, 32))
	case rtype.Float32:
		*(*float32)(p) = float32(s.float(verb, 32))
	case rtype.Float64:
		*(*float64)(p) = s.float(verb, 64)
	case rtype.Complex64:
		*(*complex64)(p) = complex64(s.complex(verb, 64))
	case rtype.Complex128:
		*(*complex128)(p) = s.complex(verb, 128)
	case rtype.String:
		*(*string)(p) = s.text(verb)
	default:
		if e.Kind != rtype.Slice || e.Elem.Kind != rtype.Uint8 {
			s.fail("can't scan type: " + t.Str)
		}
		*(*[]byte)(p) = []byte(s.text(verb))
	}
}

// literal matches the format's text at i against the input, up to the next directive; -1 if they differ.
func (s *scanner) literal(format string, i int) int {
	for i < len(format) {
		c, w := utf8.DecodeRuneInString(format[i:])
		if c == '%' {
			if i+1 >= len(format) {
				s.fail("missing verb: % at end of format string")
			}
			if format[i+1] != '%' {
				return i
			}
			i++
			s.skipBlanks()
			if s.need() != '%' {
				s.fail("missing literal %")
			}
			i++
			continue
		}
		if isSpace(c) {
			newlines, trailing := 0, false
			for i < len(format) && isSpace(c) {
				if c == '\n' {
					newlines++
					trailing = false
				} else {
					trailing = true
				}
				i += w
				if i < len(format) {
					c, w = utf8.DecodeRuneInString(format[i:])
				}
			}
			for j := 0; j < newlines; j++ {
				r := s.get()
				for isSpace(r) && r != '\n' {
					r = s.get()
				}
				if r != '\n' && r != eof {
					s.fail("newline in format does not match input")
				}
			}
			if trailing {
				r := s.get()
				if newlines == 0 {
					if !isSpace(r) && r != eof {
						s.fail("expected space in input to match format")
					}
					if r == '\n' {
						s.fail("newline in input does not match format")
					}
				}
				for isSpace(r) && r != '\n' {
					r = s.get()
				}
				if r != eof {
					s.UnreadRune()
				}
			}
			continue
		}
		r := s.get()
		if r == eof {
			panic(scanError{io.ErrUnexpectedEOF})
		}
		if r != c {
			s.UnreadRune()
			return -1
		}
		i += w
	}
	return i
}

func (s *scanner) skipBlanks() {
	for {
		r := s.get()
		if r == eof {
			return
		}
		if !isSpace(r) || r == '\n' {
			s.UnreadRune()
			return
		}
	}
}

func (s *scanner) formatted(format string, a []any) (n int, err error) {
	defer s.caught(&err)
	for i := 0; i < len(format); {
		if format[i] != '%' || i+1 < len(format) && format[i+1] == '%' {
			next := s.literal(format, i)
			if next < 0 {
				s.fail("input does not match format")
			}
			i = next
			continue
		}
		i++
		s.width, s.hasWidth, i = number(format, i)
		if i >= len(format) {
			s.fail("missing verb: % at end of format string")
		}
		verb, w := utf8.DecodeRuneInString(format[i:])
		i += w
		if verb != 'c' {
			s.skipBlanks()
		}
		s.limit = noLimit
		if s.hasWidth {
			s.limit = s.width
		}
		if n >= len(a) {
			s.fail("too few operands for format '%" + string(verb) + "'")
		}
		s.one(verb, a[n])
		n++
		s.limit = noLimit
	}
	if n < len(a) {
		s.fail("too many operands")
	}
	return n, nil
}
