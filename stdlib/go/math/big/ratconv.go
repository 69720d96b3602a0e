package big

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strings"
)

// exponent is the power at the end of a number: of 10 or 2, 10 if there is none.
type exponent struct {
	value int64
	base  int
}

// scanExponent reads an exponent at the beginning of text, as strict as literals are; used counts its bytes.
func scanExponent(text string, binaryOK, separatorOK bool) (e exponent, used int, err error) {
	e.base = 10
	if text == "" {
		return e, 0, nil
	}
	switch text[0] {
	case 'e', 'E':
	case 'p', 'P':
		if !binaryOK {
			return e, 0, nil
		}
		e.base = 2
	default:
		return e, 0, nil
	}
	i := 1
	neg := false
	if i < len(text) && (text[i] == '+' || text[i] == '-') {
		neg = text[i] == '-'
		i++
	}
	const cutoff = (math.MaxInt64 - 9) / 10
	previous := byte('.')
	digits, misplaced := false, false
	for ; i < len(text); i++ {
		c := text[i]
		if c == '_' && separatorOK {
			misplaced = misplaced || previous != '0'
			previous = '_'
			continue
		}
		if c < '0' || c > '9' {
			break
		}
		if e.value > cutoff {
			return e, i, errors.New("exponent overflow")
		}
		e.value = e.value*10 + int64(c-'0')
		digits = true
		previous = '0'
	}
	if neg {
		e.value = -e.value
	}
	switch {
	case !digits:
		return e, i, errNoDigits
	case misplaced || previous == '_':
		return e, i, errSeparator
	}
	return e, i, nil
}

// SetString sets z to the fraction or decimal number that is all of s, and reports whether it is
// one: "3/4", "-1.25e3".
func (z *Rat) SetString(s string) (*Rat, bool) {
	if above, below, ok := strings.Cut(s, "/"); ok {
		if _, ok := z.a.SetString(above, 0); !ok {
			return nil, false
		}
		abs, _, _, used, flaw := natScan(nil, below, 0, false)
		if flaw != flawNone || used != len(below) || len(abs) == 0 {
			return nil, false
		}
		z.b.abs = abs
		return z.norm(), true
	}
	neg, rest := cutSign(s)
	abs, base, count, used, flaw := natScan(nil, rest, 0, true)
	if flaw != flawNone {
		return nil, false
	}
	e, more, err := scanExponent(rest[used:], true, true)
	if err != nil || used+more != len(rest) {
		return nil, false
	}
	if len(abs) == 0 {
		z.a.SetInt64(0)
		return z.norm(), true
	}
	// The value is abs * 2**exp2 * 5**exp5.
	var exp2, exp5 int64
	if count < 0 {
		digits := int64(count)
		switch base {
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
	if exp5 > 1e6 || exp5 < -1e6 || exp2 > 1e7 || exp2 < -1e7 {
		return nil, false
	}
	denom := intOne.abs
	if exp5 != 0 {
		power := natPower(nil, nat{5}, nat{Word(max(exp5, -exp5))}, nil)
		if exp5 > 0 {
			abs = natMul(nil, abs, power)
		} else {
			denom = power
		}
	}
	if exp2 > 0 {
		abs = natShl(nil, abs, uint(exp2))
	} else {
		denom = natShl(nil, denom, uint(-exp2))
	}
	z.a.abs, z.a.neg = abs, neg
	z.b.abs = denom
	return z.norm(), true
}

// Scan reads a number for the functions of package fmt.
func (z *Rat) Scan(s fmt.ScanState, ch rune) error {
	token, err := s.Token(true, func(ch rune) bool { return strings.ContainsRune("+-/0123456789.eE", ch) })
	if err != nil {
		return err
	}
	if !strings.ContainsRune("efgEFGv", ch) {
		return errors.New("Rat.Scan: invalid verb")
	}
	if _, ok := z.SetString(string(token)); !ok {
		return errors.New("Rat.Scan: invalid syntax")
	}
	return nil
}

// String returns a/b, also if b is 1.
func (x *Rat) String() string { return x.a.String() + "/" + x.denom().text(10) }

// RatString returns a/b, or a if b is 1.
func (x *Rat) RatString() string {
	if x.IsInt() {
		return x.a.String()
	}
	return x.String()
}

// FloatString returns x with prec digits after the point, the last one rounded, halves away from
// zero.
func (x *Rat) FloatString(prec int) string {
	if x.IsInt() {
		if prec > 0 {
			return x.a.String() + "." + strings.Repeat("0", prec)
		}
		return x.a.String()
	}
	q, r := natDivMod(nil, nil, x.a.abs, x.b.abs)
	p := natWord(nil, 1)
	if prec > 0 {
		p = natPower(nil, nat{10}, nat{Word(prec)}, nil)
	}
	r, rest := natDivMod(nil, nil, natMul(nil, r, p), x.b.abs)
	if natCmp(natAdd(nil, rest, rest), x.b.abs) >= 0 {
		r = natAdd(nil, r, intOne.abs)
		if natCmp(r, p) >= 0 {
			q = natAdd(nil, q, intOne.abs)
			r = natSub(nil, r, p)
		}
	}
	text := q.text(10)
	if x.a.neg {
		text = "-" + text
	}
	if prec <= 0 {
		return text
	}
	digits := r.text(10)
	return text + "." + strings.Repeat("0", prec-len(digits)) + digits
}

// FloatPrec returns how many digits after the point come before those that repeat, and whether
// there are none that do.
func (x *Rat) FloatPrec() (n int, exact bool) {
	// A fraction's decimal form ends if only 2 and 5 divide its denominator.
	d := x.denom()
	twos := d.trailingZeroBits()
	d = natShr(nil, d, twos)
	fives := 0
	// Divide by 5 to the powers of two, from large to small ones.
	var powers []nat
	for p := (nat{5}); natCmp(p, d) <= 0; p = natMul(nil, p, p) {
		powers = append(powers, p)
	}
	for i := len(powers) - 1; i >= 0; i-- {
		if q, r := natDivMod(nil, nil, d, powers[i]); len(r) == 0 {
			d = q
			fives += 1 << i
		}
	}
	return max(int(twos), fives), len(d) == 1 && d[0] == 1
}

// ratGobVersion is the version of GobEncode's form.
const ratGobVersion = 1

// GobEncode returns x as bytes for GobDecode.
func (x *Rat) GobEncode() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	a := x.a.Bytes()
	head := byte(ratGobVersion << 1)
	if x.a.neg {
		head |= 1
	}
	buf := binary.BigEndian.AppendUint32([]byte{head}, uint32(len(a)))
	return append(append(buf, a...), x.b.Bytes()...), nil
}

// GobDecode sets z from what GobEncode has returned.
func (z *Rat) GobDecode(buf []byte) error {
	if len(buf) == 0 {
		*z = Rat{}
		return nil
	}
	if len(buf) < 5 {
		return errors.New("Rat.GobDecode: buffer too small")
	}
	if buf[0]>>1 != ratGobVersion {
		return fmt.Errorf("Rat.GobDecode: encoding version %d not supported", buf[0]>>1)
	}
	split := 5 + uint64(binary.BigEndian.Uint32(buf[1:5]))
	if uint64(len(buf)) < split {
		return errors.New("Rat.GobDecode: buffer too small")
	}
	z.a.SetBytes(buf[5:split])
	z.a.neg = buf[0]&1 != 0
	z.b.SetBytes(buf[split:])
	return nil
}

// AppendText appends what MarshalText returns to b.
func (x *Rat) AppendText(b []byte) ([]byte, error) { return append(b, x.RatString()...), nil }

// MarshalText returns x as a/b, or a if b is 1.
func (x *Rat) MarshalText() (text []byte, err error) { return x.AppendText(nil) }

// UnmarshalText sets z to the number that is all of text.
func (z *Rat) UnmarshalText(text []byte) error {
	if _, ok := z.SetString(string(text)); !ok {
		return fmt.Errorf("math/big: cannot unmarshal %q into a *big.Rat", text)
	}
	return nil
}
