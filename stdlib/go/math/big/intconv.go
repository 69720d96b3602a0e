package big

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

func (x nat) text(base int) string {
	if base < 2 || base > MaxBase {
		panic("invalid base")
	}
	return natText(x, uint32(base))
}

// Text returns x to the given base, 2 to 62, with a-z and then A-Z for digits above 9.
func (x *Int) Text(base int) string {
	if x == nil {
		return "<nil>"
	}
	if x.neg {
		return "-" + x.abs.text(base)
	}
	return x.abs.text(base)
}

// Append appends what Text returns to buf.
func (x *Int) Append(buf []byte, base int) []byte { return append(buf, x.Text(base)...) }

// String returns x.Text(10), "<nil>" for nil.
func (x *Int) String() string { return x.Text(10) }

func writeMany(s fmt.State, text string, n int) {
	if n > 0 {
		io.WriteString(s, strings.Repeat(text, n))
	}
}

// Format prints x by the verbs of integers, for package fmt.
func (x *Int) Format(s fmt.State, ch rune) {
	var base int
	switch ch {
	case 'b':
		base = 2
	case 'o', 'O':
		base = 8
	case 'd', 's', 'v':
		base = 10
	case 'x', 'X':
		base = 16
	default:
		fmt.Fprintf(s, "%%!%c(big.Int=%s)", ch, x.String())
		return
	}
	if x == nil {
		io.WriteString(s, "<nil>")
		return
	}
	sign := ""
	switch {
	case x.neg:
		sign = "-"
	case s.Flag('+'):
		sign = "+"
	case s.Flag(' '):
		sign = " "
	}
	prefix := ""
	if s.Flag('#') {
		prefix = map[rune]string{'b': "0b", 'o': "0", 'x': "0x", 'X': "0X"}[ch]
	}
	if ch == 'O' {
		prefix = "0o"
	}
	digits := x.abs.text(base)
	if ch == 'X' {
		digits = strings.ToUpper(digits)
	}
	var left, zeros, right int
	precision, hasPrecision := s.Precision()
	if hasPrecision {
		if precision == 0 && digits == "0" {
			return
		}
		zeros = max(precision-len(digits), 0)
	}
	length := len(sign) + len(prefix) + zeros + len(digits)
	if width, ok := s.Width(); ok && length < width {
		switch d := width - length; {
		case s.Flag('-'):
			right = d
		case s.Flag('0') && !hasPrecision:
			zeros = d
		default:
			left = d
		}
	}
	writeMany(s, " ", left)
	writeMany(s, sign, 1)
	writeMany(s, prefix, 1)
	writeMany(s, "0", zeros)
	io.WriteString(s, digits)
	writeMany(s, " ", right)
}

var (
	errNoDigits  = errors.New("number has no digits")
	errSeparator = errors.New("'_' must separate successive digits")
)

func flawError(flaw int) error {
	switch flaw {
	case flawNoDigits:
		return errNoDigits
	case flawSeparator:
		return errSeparator
	}
	return nil
}

// cutSign takes a sign off text.
func cutSign(text string) (neg bool, rest string) {
	if text != "" && (text[0] == '+' || text[0] == '-') {
		return text[0] == '-', text[1:]
	}
	return false, text
}

func checkBase(base int, fraction bool) {
	ok := base == 0 || !fraction && 2 <= base && base <= MaxBase ||
		fraction && (base == 2 || base == 8 || base == 10 || base == 16)
	if !ok {
		panic(fmt.Sprintf("invalid number base %d", base))
	}
}

// SetString sets z to the number that is all of s, to the given base, or with base 0 to what the
// text says (0b, 0o or 0, 0x, and underscores). If it is none, it returns nil and false.
func (z *Int) SetString(s string, base int) (*Int, bool) {
	checkBase(base, false)
	neg, rest := cutSign(s)
	abs, _, _, used, flaw := natScan(z.abs, rest, uint32(base), false)
	if flaw != flawNone || used != len(rest) {
		return nil, false
	}
	z.abs, z.neg = abs, neg && len(abs) > 0
	return z, true
}

// scanText reads from s what belongs to a number: a sign, and letters and digits that the base has.
func scanText(s io.RuneScanner, base int) (text string, err error) {
	var buf []byte
	separators := base == 0
	prefix := separators
	for {
		ch, _, err := s.ReadRune()
		if err != nil {
			if err == io.EOF {
				break
			}
			return "", err
		}
		digits := buf
		if len(digits) > 0 && (digits[0] == '+' || digits[0] == '-') {
			digits = digits[1:]
		}
		ok := len(buf) == 0 && (ch == '+' || ch == '-')
		if prefix && len(digits) == 1 && digits[0] == '0' {
			prefix = false
			switch ch | 0x20 {
			case 'b':
				base, ok = 2, true
			case 'o':
				base, ok = 8, true
			case 'x':
				base, ok = 16, true
			default:
				base = 8
			}
		} else if len(digits) == 1 {
			prefix = false
		}
		if !ok && ch < 0x80 {
			ok = isDigit(byte(ch), base) || ch == '_' && separators
		}
		if !ok {
			s.UnreadRune()
			break
		}
		buf = append(buf, byte(ch))
	}
	return string(buf), nil
}

func isDigit(c byte, base int) bool {
	if base == 0 {
		base = 10
	}
	d := int(MaxBase)
	switch {
	case '0' <= c && c <= '9':
		d = int(c - '0')
	case 'a' <= c && c <= 'z':
		d = int(c-'a') + 10
	case 'A' <= c && c <= 'Z' && base <= 36:
		d = int(c-'A') + 10
	case 'A' <= c && c <= 'Z':
		d = int(c-'A') + 36
	}
	return d < base
}

// Scan reads a number for the functions of package fmt.
func (z *Int) Scan(s fmt.ScanState, ch rune) error {
	s.SkipSpace()
	base := 0
	switch ch {
	case 'b':
		base = 2
	case 'o':
		base = 8
	case 'd':
		base = 10
	case 'x', 'X':
		base = 16
	case 's', 'v':
	default:
		return errors.New("Int.Scan: invalid verb")
	}
	text, err := scanText(s, base)
	if err != nil {
		return err
	}
	neg, rest := cutSign(text)
	if text == "" {
		if _, _, err := s.ReadRune(); err != nil {
			return err
		}
		s.UnreadRune()
	}
	abs, _, _, _, flaw := natScan(z.abs, rest, uint32(base), false)
	z.abs = abs
	if flaw == flawNone {
		z.neg = neg && len(abs) > 0
	}
	return flawError(flaw)
}

// intGobVersion is the version of GobEncode's form.
const intGobVersion = 1

// GobEncode returns x as bytes for GobDecode.
func (x *Int) GobEncode() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	head := byte(intGobVersion << 1)
	if x.neg {
		head |= 1
	}
	return append([]byte{head}, x.Bytes()...), nil
}

// GobDecode sets z from what GobEncode has returned.
func (z *Int) GobDecode(buf []byte) error {
	if len(buf) == 0 {
		*z = Int{}
		return nil
	}
	if buf[0]>>1 != intGobVersion {
		return fmt.Errorf("Int.GobDecode: encoding version %d not supported", buf[0]>>1)
	}
	z.SetBytes(buf[1:])
	z.neg = buf[0]&1 != 0
	return nil
}

// AppendText appends what MarshalText returns to b.
func (x *Int) AppendText(b []byte) (text []byte, err error) { return x.Append(b, 10), nil }

// MarshalText returns x as text, "<nil>" for nil.
func (x *Int) MarshalText() (text []byte, err error) { return x.AppendText(nil) }

// UnmarshalText sets z to the number that is all of text.
func (z *Int) UnmarshalText(text []byte) error {
	if _, ok := z.SetString(string(text), 0); !ok {
		return fmt.Errorf("math/big: cannot unmarshal %q into a *big.Int", text)
	}
	return nil
}

// MarshalJSON returns the decimal text, null for nil.
func (x *Int) MarshalJSON() ([]byte, error) {
	if x == nil {
		return []byte("null"), nil
	}
	return x.Append(nil, 10), nil
}

// UnmarshalJSON sets z to the number that is all of text. null changes nothing.
func (z *Int) UnmarshalJSON(text []byte) error {
	if bytes.Equal(text, []byte("null")) {
		return nil
	}
	return z.UnmarshalText(text)
}
