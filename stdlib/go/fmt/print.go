// Package fmt formats and scans values.
package fmt

import (
	"internal/stdio"
	"io"
	"unicode/utf8"
)

// State is what a Formatter gets to write to, and the flags of its verb.
type State interface {
	Write(b []byte) (n int, err error)
	Width() (wid int, ok bool)
	Precision() (prec int, ok bool)
	Flag(c int) bool
}

// Formatter formats itself under every verb.
type Formatter interface{ Format(f State, verb rune) }

// Stringer has a native format.
type Stringer interface{ String() string }

// GoStringer has a format of its own for %#v.
type GoStringer interface{ GoString() string }

// Flags of a directive. The natives know these bits.
const (
	hasWidth = 1 << iota
	hasPrec
	minus
	plus
	sharp
	space
	zero
	plusV
	sharpV
)

// printer is the state of one call. The natives know the layout of the first four fields.
type printer struct {
	buf   []byte
	wid   int
	prec  int
	flags uint32

	erroring  bool // printing a bad verb's operand: no methods are called
	panicking bool // printing what a method panicked with
	wraps     bool // Errorf: %w is allowed
	reordered bool // some directive had an explicit index
	goodIndex bool
	wrapped   []int // operands of %w
	arg       any
}

func (p *printer) Write(b []byte) (int, error) {
	p.buf = append(p.buf, b...)
	return len(b), nil
}

func (p *printer) WriteString(s string) (int, error) {
	p.buf = append(p.buf, s...)
	return len(s), nil
}

func (p *printer) Width() (int, bool)     { return p.wid, p.flags&hasWidth != 0 }
func (p *printer) Precision() (int, bool) { return p.prec, p.flags&hasPrec != 0 }

func (p *printer) Flag(c int) bool {
	switch c {
	case '-':
		return p.flags&minus != 0
	case '+':
		return p.flags&(plus|plusV) != 0
	case '#':
		return p.flags&(sharp|sharpV) != 0
	case ' ':
		return p.flags&space != 0
	case '0':
		return p.flags&zero != 0
	}
	return false
}

func (p *printer) str(s string) { p.buf = append(p.buf, s...) }

func (p *printer) clear() { p.flags, p.wid, p.prec = 0, 0, 0 }

// FormatString rebuilds the directive that State and verb came from.
func FormatString(state State, verb rune) string {
	b := []byte{'%'}
	for _, c := range " +-#0" {
		if state.Flag(int(c)) {
			b = append(b, byte(c))
		}
	}
	if w, ok := state.Width(); ok {
		b = Append(b, w)
	}
	if prec, ok := state.Precision(); ok {
		b = append(b, '.')
		b = Append(b, prec)
	}
	return string(utf8.AppendRune(b, verb))
}

func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	p := &printer{}
	p.printf(format, a)
	return w.Write(p.buf)
}

func Printf(format string, a ...any) (n int, err error) {
	return Fprintf(stdio.Out(), format, a...)
}

func Sprintf(format string, a ...any) string {
	p := &printer{}
	p.printf(format, a)
	return string(p.buf)
}

func Appendf(b []byte, format string, a ...any) []byte {
	p := &printer{buf: b}
	p.printf(format, a)
	return p.buf
}

func Fprint(w io.Writer, a ...any) (n int, err error) {
	p := &printer{}
	p.print(a)
	return w.Write(p.buf)
}

func Print(a ...any) (n int, err error) { return Fprint(stdio.Out(), a...) }

func Sprint(a ...any) string {
	p := &printer{}
	p.print(a)
	return string(p.buf)
}

func Append(b []byte, a ...any) []byte {
	p := &printer{buf: b}
	p.print(a)
	return p.buf
}

func Fprintln(w io.Writer, a ...any) (n int, err error) {
	p := &printer{}
	p.println(a)
	return w.Write(p.buf)
}

func Println(a ...any) (n int, err error) {
	p := &printer{}
	p.println(a)
	if stdio.Stdout == nil {
		if n, errno := stdio.Write(1, p.buf); errno == 0 {
			return n, nil
		}
	}
	return stdio.Out().Write(p.buf)
}

func Sprintln(a ...any) string {
	p := &printer{}
	p.println(a)
	return string(p.buf)
}

func Appendln(b []byte, a ...any) []byte {
	p := &printer{buf: b}
	p.println(a)
	return p.buf
}

func (p *printer) println(a []any) {
	for i := 0; ; i++ {
		// The native prints operands of plain types, with their spaces, up to one that needs more.
		if i = p.plainOperands(a, i); i >= len(a) {
			break
		}
		if i > 0 {
			p.buf = append(p.buf, ' ')
		}
		p.value(a[i], 'v')
	}
	p.buf = append(p.buf, '\n')
}

func (p *printer) print(a []any) {
	wasString := true
	for i, arg := range a {
		_, isString := arg.(string)
		if !isString && arg != nil {
			isString = isStringKind(arg)
		}
		if i > 0 && !isString && !wasString {
			p.buf = append(p.buf, ' ')
		}
		p.value(arg, 'v')
		wasString = isString
	}
}
