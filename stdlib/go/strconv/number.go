// Package strconv converts numbers, booleans and quoted strings from and to text.
//
//	n, err := strconv.Atoi("42")
//	if err != nil {
//		fmt.Println(err) // for "4x": strconv.Atoi: parsing "4x": invalid syntax
//	}
//	s := strconv.Itoa(n + 1) // "43"
//
// Functions named Parse read text, those named Format make it, and those named Append add it to a
// slice of bytes.
package strconv

import "errors"

// IntSize is the size of an int in bits.
const IntSize = 64

// ErrRange and ErrSyntax tell why a conversion failed; find out which by errors.Is.
var (
	ErrRange  = errors.New("value out of range") // the error in a NumError for a number that doesn't fit its type
	ErrSyntax = errors.New("invalid syntax")     // the error in a NumError or of Unquote for what is no number or literal
)

// NumError is the error of the functions that parse numbers and booleans.
type NumError struct {
	Func string // the function, such as "ParseInt"
	Num  string // its argument
	Err  error  // ErrRange, ErrSyntax or another reason
}

// Error returns function, argument and reason in one line.
func (e *NumError) Error() string {
	return "strconv." + e.Func + ": parsing " + Quote(e.Num) + ": " + e.Err.Error()
}

// Unwrap returns e.Err.
func (e *NumError) Unwrap() error { return e.Err }

// fault makes the error for a code of parseInt, parseUint or parseFloat.
func fault(fn, s string, code, base, bitSize int) error {
	e := &NumError{fn, string([]byte(s)), ErrSyntax}
	switch code {
	case 2:
		e.Err = ErrRange
	case 3:
		e.Err = errors.New("invalid base " + Itoa(base))
	case 4:
		e.Err = errors.New("invalid bit size " + Itoa(bitSize))
	}
	return e
}

// ParseInt reads an integer with an optional sign. base is 2 to 36, or 0 for what the text says:
// 0x, 0o or 0, 0b, and underscores between digits. bitSize, 0 to 64 with 0 for int, is the size it
// must fit; if it does not, i is the nearest number that does and the error is ErrRange.
//
//	i, err := strconv.ParseInt("-ff", 16, 64) // -255
func ParseInt(s string, base int, bitSize int) (i int64, err error) {
	i, code := parseInt(s, base, bitSize)
	if code != 0 {
		err = fault("ParseInt", s, code, base, bitSize)
	}
	return i, err
}

// ParseUint is ParseInt for numbers without a sign.
func ParseUint(s string, base int, bitSize int) (uint64, error) {
	u, code := parseUint(s, base, bitSize)
	if code != 0 {
		return u, fault("ParseUint", s, code, base, bitSize)
	}
	return u, nil
}

// Atoi reads a decimal integer with an optional sign.
func Atoi(s string) (int, error) {
	i, code := parseInt(s, 10, 0)
	if code != 0 {
		return int(i), fault("Atoi", s, code, 10, 0)
	}
	return int(i), nil
}

// ParseFloat reads a floating-point number: decimal or hexadecimal, Inf and NaN, rounded to the
// nearest of bitSize (32 or 64) bits. If it is too great, the result is ±Inf with the error
// ErrRange.
func ParseFloat(s string, bitSize int) (float64, error) {
	f, used, code := parseFloat(s, bitSize)
	if used != len(s) {
		f, code = 0, 1
	}
	if code != 0 {
		return f, fault("ParseFloat", s, code, 0, 0)
	}
	return f, nil
}

// ParseComplex reads a complex number such as 1+2i, 3i or 4, in parentheses or not. bitSize is 64
// or 128.
func ParseComplex(s string, bitSize int) (complex128, error) {
	part := 64
	if bitSize == 64 {
		part = 32
	}
	text := s
	if n := len(s); n >= 2 && s[0] == '(' && s[n-1] == ')' {
		text = s[1 : n-1]
	}
	syntax := func() (complex128, error) { return 0, fault("ParseComplex", s, 1, 0, 0) }

	re, used, code := parseFloat(text, part)
	if code == 1 {
		return syntax()
	}
	outOfRange := code == 2
	text = text[used:]
	var im float64
	switch {
	case text == "":
		return finishComplex(s, re, 0, outOfRange)
	case text == "i":
		return finishComplex(s, 0, re, outOfRange)
	case text[0] == '+':
		// "+-" is fine, "++" is not.
		if len(text) > 1 && text[1] != '+' {
			text = text[1:]
		}
	case text[0] != '-':
		return syntax()
	}
	im, used, code = parseFloat(text, part)
	if code == 1 || text[used:] != "i" {
		return syntax()
	}
	return finishComplex(s, re, im, outOfRange || code == 2)
}

func finishComplex(s string, re, im float64, outOfRange bool) (complex128, error) {
	if outOfRange {
		return complex(re, im), fault("ParseComplex", s, 2, 0, 0)
	}
	return complex(re, im), nil
}

// ParseBool reads 1, t, T, TRUE, true, True, 0, f, F, FALSE, false or False; anything else is an
// error.
func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "TRUE", "True":
		return true, nil
	case "0", "f", "F", "false", "FALSE", "False":
		return false, nil
	}
	return false, fault("ParseBool", str, 1, 0, 0)
}

// FormatBool returns "true" or "false".
func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// AppendBool appends "true" or "false" to dst.
func AppendBool(dst []byte, b bool) []byte { return append(dst, FormatBool(b)...) }

func checkBase(base int) {
	if base < 2 || base > 36 {
		panic("strconv: illegal AppendInt/FormatInt base")
	}
}

// magnitude returns the absolute value of i.
func magnitude(i int64) uint64 {
	if i < 0 {
		return -uint64(i)
	}
	return uint64(i)
}

// FormatInt returns the text of i to the given base, 2 to 36, with small letters for digits above
// 9.
func FormatInt(i int64, base int) string {
	if base == 10 {
		return Itoa(int(i))
	}
	checkBase(base)
	return formatBits(magnitude(i), base, i < 0)
}

// FormatUint is FormatInt for numbers without a sign.
func FormatUint(i uint64, base int) string {
	checkBase(base)
	return formatBits(i, base, false)
}

// AppendInt appends FormatInt(i, base) to dst.
func AppendInt(dst []byte, i int64, base int) []byte {
	checkBase(base)
	return appendBits(dst, magnitude(i), base, i < 0)
}

// AppendUint appends FormatUint(i, base) to dst.
func AppendUint(dst []byte, i uint64, base int) []byte {
	checkBase(base)
	return appendBits(dst, i, base, false)
}

func checkFloatSize(bitSize int) {
	if bitSize != 32 && bitSize != 64 {
		panic("strconv: illegal AppendFloat/FormatFloat bitSize")
	}
}

// FormatFloat returns the text of f. fmt is 'f' (12.5), 'e' (1.25e+01), 'g' (the shorter one), 'E',
// 'G', 'b' (exponent of 2), 'x' or 'X' (hexadecimal). prec is the number of digits after the point,
// for g and G of all digits; -1 is as few as ParseFloat needs to get f back. bitSize is 32 if f was
// a float32, else 64.
//
//	strconv.FormatFloat(2.5, 'f', -1, 64) // "2.5"
func FormatFloat(f float64, fmt byte, prec, bitSize int) string {
	checkFloatSize(bitSize)
	return formatFloat(f, fmt, prec, bitSize)
}

// AppendFloat appends FormatFloat(f, fmt, prec, bitSize) to dst.
func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	checkFloatSize(bitSize)
	return appendFloat(dst, f, fmt, prec, bitSize)
}

// FormatComplex returns the text of c as (a+bi), with a and b formatted by FormatFloat. bitSize is
// 64 or 128.
func FormatComplex(c complex128, fmt byte, prec, bitSize int) string {
	if bitSize != 64 && bitSize != 128 {
		panic("invalid bitSize")
	}
	bitSize /= 2
	im := FormatFloat(imag(c), fmt, prec, bitSize)
	if im[0] != '+' && im[0] != '-' {
		im = "+" + im
	}
	return "(" + FormatFloat(real(c), fmt, prec, bitSize) + im + "i)"
}
