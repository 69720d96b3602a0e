// Package fmt prints and scans values by formats in the manner of C's printf.
//
//	name, n := "Ada", 3
//	fmt.Printf("%s has %d apples (%.1f %%)\n", name, n, 12.5)
//	s := fmt.Sprintf("%-8s|%6.2f|%x", name, 3.14159, 255) // "Ada     |  3.14|ff"
//	fmt.Println(name, n, []int{1, 2})                     // Ada 3 [1 2]
//
// A directive in a format is % with, in this order, flags, a width, a point and a precision, and a
// verb:
//
//	any value
//	  %v   the value as Println prints it; %+v adds the names of struct fields, %#v is Go syntax
//	  %T   the type in Go syntax
//	  %%   a percent sign, without an operand
//	bool
//	  %t   true or false
//	integer
//	  %d   decimal             %b   binary
//	  %o   octal               %O   octal with 0o
//	  %x   hexadecimal         %X   with A-F; flag # adds 0x or 0X
//	  %c   the character       %q   the character, quoted
//	  %U   as U+0041; flag # adds the character
//	floating point and complex
//	  %f   12.500000           %F   the same
//	  %e   1.250000e+01        %E   1.250000E+01
//	  %g   the shorter of %e and %f, without needless digits (this is %v)   %G   with E
//	  %x   hexadecimal, 0x1.9p+03   %X   0X1.9P+03   %b   mantissa and exponent of 2
//	string and []byte
//	  %s   the text            %q   quoted as in Go; flag # asks for backquotes
//	  %x   hexadecimal, two digits a byte; flag "space" puts spaces between   %X   with A-F
//	pointer
//	  %p   the address, also of slices (first element), maps, channels and functions
//	error
//	  %w   as %v, and only in Errorf: the result wraps the operand
//
// Flags: + always has a sign (for %q: ASCII only); - pads on the right; # is another form; a space
// leaves room for the sign; 0 pads with zeros. Width counts characters. The precision of a number
// is its digits after the point (of %g all digits), of a text the characters kept. Either may be *
// and is an int operand then. An index in brackets chooses the operand: %[2]d prints the second
// one.
//
// Slices, arrays, maps (sorted by key), structs and pointers to them are printed with their
// elements, each by the same verb; pointers further down as addresses. For the verbs that are valid
// for strings, and in Print and Println, an operand with a method Error() string or else String()
// string is printed by it; a Formatter does all by itself, and a GoStringer does %#v. A panic in
// such a method is printed, as is what does not fit: %!d(string=hi) for a wrong verb, %!d(MISSING),
// %!(EXTRA int=1), %!v(PANIC=String method: oops), %!(NOVERB), %!(BADINDEX).
//
// The Scan functions read values from text into the variables that pointers point to: Scan, Fscan
// and Sscan take newlines for spaces, the functions with ln stop at the newline, and those with f
// follow a format.
//
//	var n int
//	var unit string
//	fmt.Sscanf("12 km", "%d %s", &n, &unit)
package fmt

import (
	"internal/stdio"
	"io"
	"unicode/utf8"
)

// State is what a Formatter gets: where to write to, also by Fprintf and its like, and the flags of
// the directive.
type State interface {
	Write(b []byte) (n int, err error) // adds to the output
	Width() (wid int, ok bool)         // tells the directive's width, and whether it has one
	Precision() (prec int, ok bool)    // tells the directive's precision, and whether it has one
	Flag(c int) bool                   // reports whether the flag c, such as '+', is set
}

// Formatter is implemented by types that do all their formatting by themselves, for every verb and
// flag.
type Formatter interface{ Format(f State, verb rune) }

// Stringer is implemented by types that know their own text, which Println, %v and %s print.
//
//	func (p Point) String() string { return fmt.Sprintf("(%d, %d)", p.X, p.Y) }
//
// In String, don't print the receiver itself by %v or %s: that would call String again, without
// end.
type Stringer interface{ String() string }

// GoStringer is implemented by types that know their own Go syntax, which %#v prints.
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

// FormatString returns the directive that state and verb stand for, such as "%+8.2f". It helps a
// Formatter to pass its task on.
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

// Fprintf writes the formatted text to w. It returns the number of bytes written and w's error.
func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	p := &printer{}
	p.printf(format, a)
	return w.Write(p.buf)
}

// Printf writes the formatted text to standard output. See the package comment for the verbs. It
// returns the number of bytes written and any error of writing, which is mostly ignored.
//
//	fmt.Printf("%3d: %-10q %v %+v\n", 7, "seven", []int{7}, struct{ N int }{7})
//	//   7: "seven"    [7] {N:7}
func Printf(format string, a ...any) (n int, err error) {
	return Fprintf(stdio.Out(), format, a...)
}

// Sprintf returns the formatted text.
func Sprintf(format string, a ...any) string {
	p := &printer{}
	p.printf(format, a)
	return string(p.buf)
}

// Appendf appends the formatted text to b and returns the longer slice.
func Appendf(b []byte, format string, a ...any) []byte {
	p := &printer{buf: b}
	p.printf(format, a)
	return p.buf
}

// Fprint is Print to w.
func Fprint(w io.Writer, a ...any) (n int, err error) {
	p := &printer{}
	p.print(a)
	return w.Write(p.buf)
}

// Print writes its operands to standard output, each as %v does, with a space between two if
// neither is a string.
func Print(a ...any) (n int, err error) { return Fprint(stdio.Out(), a...) }

// Sprint returns what Print would write.
func Sprint(a ...any) string {
	p := &printer{}
	p.print(a)
	return string(p.buf)
}

// Append appends what Print would write to b and returns the longer slice.
func Append(b []byte, a ...any) []byte {
	p := &printer{buf: b}
	p.print(a)
	return p.buf
}

// Fprintln is Println to w.
func Fprintln(w io.Writer, a ...any) (n int, err error) {
	p := &printer{}
	p.println(a)
	return w.Write(p.buf)
}

// Println writes its operands to standard output, each as %v does, with spaces between all of them
// and a newline at the end. A call is one write, so that lines of several goroutines don't mix.
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

// Sprintln returns what Println would write, with the newline.
func Sprintln(a ...any) string {
	p := &printer{}
	p.println(a)
	return string(p.buf)
}

// Appendln appends what Println would write to b and returns the longer slice.
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
