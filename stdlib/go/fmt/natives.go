package fmt

import "unsafe"

// plainOperands prints a[i:] as Println does, each but a[0] preceded by a space, up to the first operand that is not of a
// predeclared type; returns that operand's index.
func (p *printer) plainOperands(a []any, i int) int

// plain prints a value of a predeclared type (or nil or []byte with %s, %x, %q) under a verb that fits it; otherwise it
// reports false and prints nothing.
func (p *printer) plain(a any, verb rune) bool

// basic prints the value of basic kind (bool to complex128, string) at ptr; false if the verb does not fit.
func (p *printer) basic(kind uint8, ptr unsafe.Pointer, verb rune) bool

// text prints s under v, s, q, x or X; false if the verb is none of these.
func (p *printer) text(s string, verb rune) bool

// hex prints u in base 16 with or without 0x, with the width of the flags.
func (p *printer) hex(u uint64, prefix bool)

// integer prints u as an unsigned number under a verb for integers; false if it is none.
func (p *printer) integer(u uint64, verb rune) bool

// pad prints s with the width of the flags.
func (p *printer) pad(s string)

// isStringKind reports whether a's kind is string.
func isStringKind(a any) bool

// literal appends format[from:] up to the next '%' and returns the index of what follows it, or -1 at the end. The
// quick directives %d %s %v %t %c %q %x without flags for operands of predeclared types are printed as well: next is
// the index of the next operand.
func (p *printer) literal(format string, from int, a []any, operand int) (index, next int)
