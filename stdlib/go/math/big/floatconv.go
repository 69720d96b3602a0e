package big

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// SetString sets z to the number that is all of s, and reports whether it is one.
func (z *Float) SetString(s string) (*Float, bool) {
	if f, _, err := z.Parse(s, 0); err == nil {
		return f, true
	}
	return nil, false
}

// ParseFloat is Float.Parse for a new Float with that precision and mode.
func ParseFloat(s string, base int, prec uint, mode RoundingMode) (f *Float, b int, err error) {
	return new(Float).SetPrec(prec).SetMode(mode).Parse(s, base)
}

// Parse sets z to the number that is all of s and returns it and its base. base is 0 for what the
// text says (0b, 0o, 0x), or 2, 8, 10 or 16. Inf is a number too.
func (z *Float) Parse(s string, base int) (f *Float, b int, err error) {
	switch s {
	case "Inf", "inf", "+Inf", "+inf":
		return z.SetInf(false), 0, nil
	case "-Inf", "-inf":
		return z.SetInf(true), 0, nil
	}
	f, b, used, err := z.scan(s, base)
	if err != nil {
		return nil, b, err
	}
	if used != len(s) {
		return f, b, fmt.Errorf("expected end of string, found %q", s[used])
	}
	return f, b, nil
}

// scan reads a number at the beginning of s.
func (z *Float) scan(s string, base int) (f *Float, b, used int, err error) {
	checkBase(base, true)
	z.defaultPrec(64)
	z.form = zero
	if s == "" {
		return nil, 0, 0, io.EOF
	}
	neg, rest := cutSign(s)
	z.neg = neg
	abs, b, count, n, flaw := natScan(nil, rest, uint32(base), true)
	used = len(s) - len(rest) + n
	if flaw != flawNone {
		return nil, b, used, flawError(flaw)
	}
	e, more, err := scanExponent(rest[n:], true, base == 0)
	used += more
	if err != nil {
		return nil, b, used, err
	}
	if len(abs) == 0 {
		z.acc = Exact
		return z, b, used, nil
	}
	// The value is abs * 2**exp2 * 5**exp5.
	var exp2, exp5 int64
	if count < 0 {
		digits := int64(count)
		switch b {
		case 10:
			exp5, exp2 = digits, digits
		case 2:
			exp2 = digits
		case 8:
			exp2 = digits * 3
		case 16:
			exp2 = digits * 4
		}
	}
	exp2 += e.value
	if e.base == 10 {
		exp5 += e.value
	}
	if exp := exp2 + int64(abs.bitLen()); exp < MinExp || exp > MaxExp {
		return nil, b, used, errors.New("exponent overflow")
	}
	if exp5 == 0 {
		return z.set(neg, abs, exp2, false), b, used, nil
	}
	// All digits count until the end.
	x := new(Float).SetPrec(uint(max(abs.bitLen(), 1)))
	x.set(neg, abs, exp2, false)
	p := new(Float).SetPrec(z.Prec() + 64)
	if exp5 < 0 {
		return z.Quo(x, p.pow5(uint64(-exp5))), b, used, nil
	}
	return z.Mul(x, p.pow5(uint64(exp5))), b, used, nil
}

// Scan reads a number for the functions of package fmt.
func (z *Float) Scan(s fmt.ScanState, ch rune) error {
	token, err := s.Token(true, func(ch rune) bool {
		return strings.ContainsRune("+-0123456789._eEpPxXbBoOaAcCdDfF", ch)
	})
	if err != nil {
		return err
	}
	_, _, used, err := z.scan(string(token), 0)
	if err == nil && used != len(token) {
		err = fmt.Errorf("expected end of string, found %q", token[used])
	}
	return err
}

// decimal is 0.digits * 10**point; the digits do not end in zeros.
type decimal struct {
	digits []byte
	point  int
}

func newDecimal(m nat, exp int) *decimal {
	digits, point := natDecimal(m, exp)
	return &decimal{[]byte(digits), point}
}

func (d *decimal) at(i int) byte {
	if i < len(d.digits) {
		return d.digits[i]
	}
	return '0'
}

// round keeps n digits; halves go to the even neighbour.
func (d *decimal) round(n int) {
	if n < 0 || n >= len(d.digits) {
		return
	}
	up := d.digits[n] >= '5'
	if d.digits[n] == '5' && n+1 == len(d.digits) {
		up = n > 0 && d.digits[n-1]&1 != 0
	}
	if up {
		d.roundUp(n)
	} else {
		d.roundDown(n)
	}
}

func (d *decimal) roundUp(n int) {
	if n < 0 || n >= len(d.digits) {
		return
	}
	for n > 0 && d.digits[n-1] == '9' {
		n--
	}
	if n == 0 {
		d.digits = append(d.digits[:0], '1')
		d.point++
		return
	}
	d.digits[n-1]++
	d.digits = d.digits[:n]
}

func (d *decimal) roundDown(n int) {
	if n < 0 || n >= len(d.digits) {
		return
	}
	for n > 0 && d.digits[n-1] == '0' {
		n--
	}
	d.digits = d.digits[:n]
	if n == 0 {
		d.point = 0
	}
}

// roundShortest keeps as many digits as tell x from its neighbours.
func (d *decimal) roundShortest(x *Float) {
	if len(d.digits) == 0 {
		return
	}
	// With one bit more than x's precision, the bounds are half a unit away.
	shift := len(x.mant)*64 - int(x.prec+1)
	mant := x.mant
	if shift < 0 {
		mant = natShl(nil, mant, uint(-shift))
	} else {
		mant = natShr(nil, mant, uint(shift))
	}
	exp := int(x.unit()) + shift
	lower := newDecimal(natSub(nil, mant, intOne.abs), exp)
	upper := newDecimal(natAdd(nil, mant, intOne.abs), exp)
	// The bounds themselves round to an even x.
	inclusive := mant[0]&2 == 0
	for i, m := range d.digits {
		l, u := lower.at(i), upper.at(i)
		down := l != m || inclusive && i+1 == len(lower.digits)
		up := m != u && (inclusive || m+1 < u || i+1 < len(upper.digits))
		switch {
		case down && up:
			d.round(i + 1)
			return
		case down:
			d.roundDown(i + 1)
			return
		case up:
			d.roundUp(i + 1)
			return
		}
	}
}

// Text returns x in the format e, E, f, g, G, x (hexadecimal), p or b (exponents of 2) with prec
// digits; -1 is as few as give x back.
func (x *Float) Text(format byte, prec int) string {
	capacity := 10
	if prec > 0 {
		capacity += prec
	}
	return string(x.Append(make([]byte, 0, capacity), format, prec))
}

// String returns x.Text('g', 10).
func (x *Float) String() string { return x.Text('g', 10) }

// Append appends what Text returns to buf.
func (x *Float) Append(buf []byte, fmt byte, prec int) []byte {
	if x.neg {
		buf = append(buf, '-')
	}
	if x.form == inf {
		if !x.neg {
			buf = append(buf, '+')
		}
		return append(buf, "Inf"...)
	}
	switch fmt {
	case 'b':
		return x.appendB(buf)
	case 'p':
		return x.appendP(buf)
	case 'x':
		return x.appendX(buf, prec)
	}
	var d decimal
	if x.form == finite {
		d = *newDecimal(x.mant, int(x.unit()))
	}
	shortest := prec < 0
	if shortest {
		d.roundShortest(x)
		switch fmt {
		case 'e', 'E':
			prec = len(d.digits) - 1
		case 'f':
			prec = max(len(d.digits)-d.point, 0)
		case 'g', 'G':
			prec = len(d.digits)
		}
	} else {
		switch fmt {
		case 'e', 'E':
			d.round(1 + prec)
		case 'f':
			d.round(d.point + prec)
		case 'g', 'G':
			prec = max(prec, 1)
			d.round(prec)
		}
	}
	switch fmt {
	case 'e', 'E':
		return d.appendE(buf, fmt, prec)
	case 'f':
		return d.appendF(buf, prec)
	case 'g', 'G':
		limit := prec
		if limit > len(d.digits) && len(d.digits) >= d.point {
			limit = len(d.digits)
		}
		if shortest {
			limit = 6
		}
		if exp := d.point - 1; exp < -4 || exp >= limit {
			return d.appendE(buf, fmt+'e'-'g', min(prec, len(d.digits))-1)
		}
		if prec > d.point {
			prec = len(d.digits)
		}
		return d.appendF(buf, max(prec-d.point, 0))
	}
	if x.neg {
		buf = buf[:len(buf)-1]
	}
	return append(buf, '%', fmt)
}

func (d *decimal) appendE(buf []byte, format byte, prec int) []byte {
	buf = append(buf, d.at(0))
	if prec > 0 {
		buf = append(buf, '.')
		for i := 1; i <= prec; i++ {
			buf = append(buf, d.at(i))
		}
	}
	exp := 0
	if len(d.digits) > 0 {
		exp = d.point - 1
	}
	buf = append(buf, format)
	return appendExponent(buf, int64(exp))
}

// appendExponent appends a sign and at least two digits.
func appendExponent(buf []byte, exp int64) []byte {
	sign := byte('+')
	if exp < 0 {
		sign, exp = '-', -exp
	}
	buf = append(buf, sign)
	if exp < 10 {
		buf = append(buf, '0')
	}
	return strconv.AppendInt(buf, exp, 10)
}

func (d *decimal) appendF(buf []byte, prec int) []byte {
	if d.point > 0 {
		for i := range d.point {
			buf = append(buf, d.at(i))
		}
	} else {
		buf = append(buf, '0')
	}
	if prec > 0 {
		buf = append(buf, '.')
		for i := range prec {
			c := byte('0')
			if j := d.point + i; j >= 0 {
				c = d.at(j)
			}
			buf = append(buf, c)
		}
	}
	return buf
}

// bitsOf is x's mantissa with exactly n bits.
func (x *Float) bitsOf(n uint) nat {
	if have := uint(len(x.mant)) * 64; have < n {
		return natShl(nil, x.mant, n-have)
	} else {
		return natShr(nil, x.mant, have-n)
	}
}

func (x *Float) appendB(buf []byte) []byte {
	if x.form == zero {
		return append(buf, '0')
	}
	buf = append(buf, x.bitsOf(uint(x.prec)).text(10)...)
	buf = append(buf, 'p')
	e := int64(x.exp) - int64(x.prec)
	if e >= 0 {
		buf = append(buf, '+')
	}
	return strconv.AppendInt(buf, e, 10)
}

func (x *Float) appendX(buf []byte, prec int) []byte {
	if x.form == zero {
		buf = append(buf, "0x0"...)
		if prec > 0 {
			buf = append(buf, "."+strings.Repeat("0", prec)...)
		}
		return append(buf, "p+00"...)
	}
	var n uint
	if prec < 0 {
		n = 1 + (x.MinPrec()-1+3)/4*4
	} else {
		n = 1 + 4*uint(prec)
	}
	x = new(Float).SetPrec(n).SetMode(x.mode).Set(x)
	digits := x.bitsOf(n).text(16)
	buf = append(buf, "0x1"...)
	if len(digits) > 1 {
		buf = append(buf, '.')
		buf = append(buf, digits[1:]...)
	}
	buf = append(buf, 'p')
	return appendExponent(buf, int64(x.exp)-1)
}

func (x *Float) appendP(buf []byte) []byte {
	if x.form == zero {
		return append(buf, '0')
	}
	buf = append(buf, "0x."...)
	buf = append(buf, strings.TrimRight(x.mant.text(16), "0")...)
	buf = append(buf, 'p')
	if x.exp >= 0 {
		buf = append(buf, '+')
	}
	return strconv.AppendInt(buf, int64(x.exp), 10)
}

// Format prints x by the verbs of floating-point numbers, for package fmt.
func (x *Float) Format(s fmt.State, format rune) {
	prec, hasPrec := s.Precision()
	if !hasPrec {
		prec = 6
	}
	switch format {
	case 'e', 'E', 'f', 'b', 'p', 'x':
	case 'F':
		format = 'f'
	case 'v', 'g', 'G':
		if format == 'v' {
			format = 'g'
		}
		if !hasPrec {
			prec = -1
		}
	default:
		fmt.Fprintf(s, "%%!%c(*big.Float=%s)", format, x.String())
		return
	}
	text := x.Text(byte(format), prec)
	sign := ""
	switch {
	case text[0] == '-':
		sign, text = "-", text[1:]
	case text[0] == '+':
		sign, text = "+", text[1:]
		if s.Flag(' ') {
			sign = " "
		}
	case s.Flag('+'):
		sign = "+"
	case s.Flag(' '):
		sign = " "
	}
	padding := 0
	if width, ok := s.Width(); ok {
		padding = max(width-len(sign)-len(text), 0)
	}
	switch {
	case s.Flag('0') && !x.IsInf():
		io.WriteString(s, sign)
		writeMany(s, "0", padding)
		io.WriteString(s, text)
	case s.Flag('-'):
		io.WriteString(s, sign+text)
		writeMany(s, " ", padding)
	default:
		writeMany(s, " ", padding)
		io.WriteString(s, sign+text)
	}
}

// floatGobVersion is the version of GobEncode's form.
const floatGobVersion = 1

// GobEncode returns x as bytes for GobDecode.
func (x *Float) GobEncode() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	head := byte(x.mode)&7<<5 | byte(x.acc+1)&3<<3 | byte(x.form)&3<<1
	if x.neg {
		head |= 1
	}
	buf := binary.BigEndian.AppendUint32([]byte{floatGobVersion, head}, x.prec)
	if x.form == finite {
		buf = binary.BigEndian.AppendUint32(buf, uint32(x.exp))
		n := min((int(x.prec)+63)/64, len(x.mant))
		for i := range n {
			buf = binary.BigEndian.AppendUint64(buf, uint64(x.mant[len(x.mant)-1-i]))
		}
	}
	return buf, nil
}

// GobDecode sets z from what GobEncode has returned.
func (z *Float) GobDecode(buf []byte) error {
	if len(buf) == 0 {
		*z = Float{}
		return nil
	}
	if len(buf) < 6 {
		return errors.New("Float.GobDecode: buffer too small")
	}
	if buf[0] != floatGobVersion {
		return fmt.Errorf("Float.GobDecode: encoding version %d not supported", buf[0])
	}
	oldPrec, oldMode := z.prec, z.mode
	b := buf[1]
	z.mode = RoundingMode(b >> 5 & 7)
	z.acc = Accuracy(b>>3&3) - 1
	z.form = form(b >> 1 & 3)
	z.neg = b&1 != 0
	z.prec = binary.BigEndian.Uint32(buf[2:])
	if z.form == finite {
		if len(buf) < 10 {
			return errors.New("Float.GobDecode: buffer too small for finite form float")
		}
		z.exp = int32(binary.BigEndian.Uint32(buf[6:]))
		z.mant = new(Int).SetBytes(buf[10:]).abs
		if len(z.mant) == 0 {
			return errors.New("Float.GobDecode: nonzero finite number with empty mantissa")
		}
		if top := z.mant[len(z.mant)-1]; top>>63 == 0 {
			return fmt.Errorf("Float.GobDecode: msb not set in last word %#x of %s", top, z.Text('p', 0))
		}
	}
	if oldPrec != 0 {
		z.mode = oldMode
		z.SetPrec(uint(oldPrec))
	}
	return nil
}

// AppendText appends what MarshalText returns to b.
func (x *Float) AppendText(b []byte) ([]byte, error) {
	if x == nil {
		return append(b, "<nil>"...), nil
	}
	return x.Append(b, 'g', -1), nil
}

// MarshalText returns x as text, "<nil>" for nil.
func (x *Float) MarshalText() (text []byte, err error) { return x.AppendText(nil) }

// UnmarshalText sets z to the number that is all of text.
func (z *Float) UnmarshalText(text []byte) error {
	if _, _, err := z.Parse(string(text), 0); err != nil {
		return fmt.Errorf("math/big: cannot unmarshal %q into a *big.Float (%v)", text, err)
	}
	return nil
}
