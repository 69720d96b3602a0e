package big

import (
	"fmt"
	"math"
)

// MaxExp, MinExp and MaxPrec are the limits of a Float's exponent and precision.
const (
	MaxExp  = math.MaxInt32
	MinExp  = math.MinInt32
	MaxPrec = math.MaxUint32
)

// RoundingMode says which of its two neighbours a Float rounds to.
type RoundingMode byte

// ToNearestEven and the others are the ways to round.
const (
	ToNearestEven RoundingMode = iota // the nearer one, of two the even one
	ToNearestAway                     // the nearer one, of two the greater in magnitude
	ToZero                            // the lesser in magnitude
	AwayFromZero                      // the greater in magnitude
	ToNegativeInf                     // the lesser
	ToPositiveInf                     // the greater
)

var modeNames = [...]string{
	"ToNearestEven", "ToNearestAway", "ToZero", "AwayFromZero", "ToNegativeInf", "ToPositiveInf",
}

// String returns the name.
func (i RoundingMode) String() string {
	if int(i) < len(modeNames) {
		return modeNames[i]
	}
	return fmt.Sprintf("RoundingMode(%d)", int(i))
}

// ErrNaN is what operations on Floats panic with that have no result, such as 0/0.
type ErrNaN struct{ msg string }

// Error returns the message.
func (err ErrNaN) Error() string { return err.msg }

type form byte

const (
	zero form = iota
	finite
	inf
)

// Float is a floating-point number with a precision, in bits, of its own. The zero value is 0 with
// precision 0, which takes that of the first operands it is set from. Results are rounded to the
// receiver's precision by its mode.
type Float struct {
	prec uint32
	mode RoundingMode
	acc  Accuracy
	form form
	neg  bool
	// mant has its highest bit set.
	mant nat
	exp  int32
}

// NewFloat returns a Float of x with precision 53. It panics for NaN.
func NewFloat(x float64) *Float {
	if math.IsNaN(x) {
		panic(ErrNaN{"NewFloat(NaN)"})
	}
	return new(Float).SetFloat64(x)
}

// set makes z the rounded value of m * 2**e, and a little more if more.
func (z *Float) set(neg bool, m nat, e int64, more bool) *Float {
	z.neg = neg
	z.acc = Exact
	if len(m) == 0 {
		z.form = zero
		return z
	}
	how := roundEven
	switch z.mode {
	case ToNearestAway:
		how = roundHalfAway
	case ToZero:
		how = roundDown
	case AwayFromZero:
		how = roundUp
	case ToNegativeInf:
		how = roundDown
		if neg {
			how = roundUp
		}
	case ToPositiveInf:
		how = roundUp
		if neg {
			how = roundDown
		}
	}
	var length, way int
	z.mant, length, way = natRound(z.mant, m, uint(z.prec), how, more)
	if way != 0 {
		z.acc = accuracyOf((way > 0) != neg)
	}
	z.form = finite
	switch exp := e + int64(length); {
	case exp < MinExp:
		z.form, z.acc = zero, accuracyOf(neg)
	case exp > MaxExp:
		z.form, z.acc = inf, accuracyOf(!neg)
	default:
		z.exp = int32(exp)
	}
	return z
}

// unit is the exponent of mant's lowest bit.
func (x *Float) unit() int64 { return int64(x.exp) - int64(len(x.mant))*64 }

// SetPrec sets the precision of z and rounds it if need be.
func (z *Float) SetPrec(prec uint) *Float {
	z.acc = Exact
	if prec == 0 {
		z.prec = 0
		if z.form == finite {
			z.acc = accuracyOf(z.neg)
			z.form = zero
		}
		return z
	}
	old := z.prec
	z.prec = uint32(min(prec, MaxPrec))
	if z.prec < old && z.form == finite {
		z.set(z.neg, z.mant, z.unit(), false)
	}
	return z
}

// SetMode sets how z rounds, and makes its accuracy Exact.
func (z *Float) SetMode(mode RoundingMode) *Float {
	z.mode = mode
	z.acc = Exact
	return z
}

// Prec returns the precision.
func (x *Float) Prec() uint { return uint(x.prec) }

// Mode returns how x rounds.
func (x *Float) Mode() RoundingMode { return x.mode }

// Acc returns how x differs from the exact result of the operation that set it.
func (x *Float) Acc() Accuracy { return x.acc }

// Signbit reports whether x is negative or -0.
func (x *Float) Signbit() bool { return x.neg }

// IsInf reports whether x is infinite.
func (x *Float) IsInf() bool { return x.form == inf }

// MinPrec returns the precision that x needs to be exact.
func (x *Float) MinPrec() uint {
	if x.form != finite {
		return 0
	}
	return uint(len(x.mant))*64 - x.mant.trailingZeroBits()
}

// Sign returns -1, 0 or +1 as x is negative, zero or positive.
func (x *Float) Sign() int {
	if x.form == zero {
		return 0
	}
	if x.neg {
		return -1
	}
	return 1
}

// IsInt reports whether x is whole.
func (x *Float) IsInt() bool {
	if x.form != finite {
		return x.form == zero
	}
	return x.exp > 0 && (x.prec <= uint32(x.exp) || x.MinPrec() <= uint(x.exp))
}

// MantExp splits x into mant, from 0.5 to below 1 in magnitude, and an exponent of 2. mant may be
// nil.
func (x *Float) MantExp(mant *Float) (exp int) {
	if x.form == finite {
		exp = int(x.exp)
	}
	if mant != nil {
		mant.Copy(x)
		if mant.form == finite {
			mant.exp = 0
		}
	}
	return exp
}

// SetMantExp sets z to mant * 2**exp, with mant's precision and mode.
func (z *Float) SetMantExp(mant *Float, exp int) *Float {
	z.Copy(mant)
	if z.form == finite {
		z.set(z.neg, z.mant, z.unit()+int64(exp), false)
	}
	return z
}

func (z *Float) defaultPrec(prec uint32) {
	if z.prec == 0 {
		z.prec = prec
	}
}

// SetUint64 sets z to x, with precision 64 if z has none.
func (z *Float) SetUint64(x uint64) *Float {
	z.defaultPrec(64)
	return z.set(false, natWord(nil, x), 0, false)
}

// SetInt64 sets z to x, with precision 64 if z has none.
func (z *Float) SetInt64(x int64) *Float {
	z.defaultPrec(64)
	u := uint64(x)
	if x < 0 {
		u = -u
	}
	return z.set(x < 0, natWord(nil, u), 0, false)
}

// SetFloat64 sets z to x, with precision 53 if z has none; it panics for NaN.
func (z *Float) SetFloat64(x float64) *Float {
	z.defaultPrec(53)
	if math.IsNaN(x) {
		panic(ErrNaN{"Float.SetFloat64(NaN)"})
	}
	z.acc = Exact
	z.neg = math.Signbit(x)
	switch {
	case x == 0:
		z.form = zero
	case math.IsInf(x, 0):
		z.form = inf
	default:
		fraction, exp := math.Frexp(math.Abs(x))
		z.set(z.neg, natWord(nil, uint64(fraction*(1<<53))), int64(exp)-53, false)
	}
	return z
}

// SetInt sets z to x, with the precision that x needs, at least 64, if z has none.
func (z *Float) SetInt(x *Int) *Float {
	z.defaultPrec(uint32(max(x.BitLen(), 64)))
	return z.set(x.neg, x.abs, 0, false)
}

// SetRat sets z to x, with the greatest precision that its parts need, at least 64, if z has none.
func (z *Float) SetRat(x *Rat) *Float {
	if x.IsInt() {
		return z.SetInt(x.Num())
	}
	var a, b Float
	a.SetInt(x.Num())
	b.SetInt(x.Denom())
	z.defaultPrec(max(a.prec, b.prec))
	return z.Quo(&a, &b)
}

// SetInf sets z to -Inf if signbit is true, else +Inf.
func (z *Float) SetInf(signbit bool) *Float {
	z.acc, z.form, z.neg = Exact, inf, signbit
	return z
}

// Set sets z to x, rounded if need be, with x's precision if z has none.
func (z *Float) Set(x *Float) *Float {
	if z == x {
		return z
	}
	z.acc, z.form, z.neg = Exact, x.form, x.neg
	if x.form == finite {
		z.exp = x.exp
		z.mant = append(z.mant[:0], x.mant...)
	}
	if z.prec == 0 {
		z.prec = x.prec
	} else if z.prec < x.prec && z.form == finite {
		z.set(z.neg, z.mant, z.unit(), false)
	}
	return z
}

// Copy sets z to x with precision, mode and accuracy.
func (z *Float) Copy(x *Float) *Float {
	if z != x {
		mant := append(z.mant[:0], x.mant...)
		*z = *x
		z.mant = mant
	}
	return z
}

// Uint64 returns x as a uint64, without its fraction; the nearest one if it is out of range, and
// how that differs from x.
func (x *Float) Uint64() (uint64, Accuracy) {
	switch {
	case x.form == zero:
		return 0, Exact
	case x.neg:
		return 0, Above
	case x.form == inf || x.exp > 64:
		return math.MaxUint64, Below
	case x.exp <= 0:
		return 0, Below
	}
	u := uint64(x.mant[len(x.mant)-1]) >> (64 - uint(x.exp))
	// Go calls every value of up to 64 bits exact here, whatever its fraction.
	if x.MinPrec() <= 64 {
		return u, Exact
	}
	return u, Below
}

// Int64 returns x as an int64, without its fraction; the nearest one if it is out of range, and how
// that differs from x.
func (x *Float) Int64() (int64, Accuracy) {
	if x.form == zero {
		return 0, Exact
	}
	acc := accuracyOf(x.neg)
	if x.form == finite {
		if x.exp <= 0 {
			return 0, acc
		}
		if x.exp <= 63 {
			i := int64(uint64(x.mant[len(x.mant)-1]) >> (64 - uint(x.exp)))
			if x.neg {
				i = -i
			}
			if x.MinPrec() <= uint(x.exp) {
				return i, Exact
			}
			return i, acc
		}
	}
	if x.neg {
		if x.form == finite && x.exp == 64 && x.MinPrec() == 1 {
			acc = Exact
		}
		return math.MinInt64, acc
	}
	return math.MaxInt64, acc
}

// float is the nearest floating-point number.
func (x *Float) float(narrow bool) (f float64, acc Accuracy) {
	switch x.form {
	case inf:
		f = math.Inf(1)
	case finite:
		var way int
		f, way = natFloat(x.mant, int(x.unit()), false, narrow)
		acc = Accuracy(way)
	}
	if x.neg {
		return math.Copysign(f, -1), -acc
	}
	return f, acc
}

// Float32 returns x as the nearest float32, and how that differs from x.
func (x *Float) Float32() (float32, Accuracy) {
	f, acc := x.float(true)
	return float32(f), acc
}

// Float64 returns x as the nearest float64, and how that differs from x.
func (x *Float) Float64() (float64, Accuracy) { return x.float(false) }

// Int returns x without its fraction, and how that differs from x. The result is z, or a new Int if
// z is nil; nil if x is infinite.
func (x *Float) Int(z *Int) (*Int, Accuracy) {
	if x.form == inf {
		return nil, accuracyOf(x.neg)
	}
	if z == nil {
		z = new(Int)
	}
	if x.form == zero {
		return z.SetInt64(0), Exact
	}
	acc := accuracyOf(x.neg)
	if x.exp <= 0 {
		return z.SetInt64(0), acc
	}
	if x.MinPrec() <= uint(x.exp) {
		acc = Exact
	}
	if e := x.unit(); e < 0 {
		z.abs = natShr(z.abs, x.mant, uint(-e))
	} else {
		z.abs = natShl(z.abs, x.mant, uint(e))
	}
	z.neg = x.neg
	return z, acc
}

// Rat returns x as a fraction, always exactly. The result is z, or a new Rat if z is nil; nil if x
// is infinite.
func (x *Float) Rat(z *Rat) (*Rat, Accuracy) {
	if x.form == inf {
		return nil, accuracyOf(x.neg)
	}
	if z == nil {
		z = new(Rat)
	}
	if x.form == zero {
		return z.SetInt64(0), Exact
	}
	z.a.abs, z.b.abs = append(z.a.abs[:0], x.mant...), natWord(z.b.abs, 1)
	z.a.neg = x.neg
	if e := x.unit(); e > 0 {
		z.a.abs = natShl(z.a.abs, z.a.abs, uint(e))
	} else {
		z.b.abs = natShl(z.b.abs, z.b.abs, uint(-e))
	}
	return z.norm(), Exact
}

// Abs sets z to |x|.
func (z *Float) Abs(x *Float) *Float {
	z.Set(x)
	z.neg = false
	return z
}

// Neg sets z to -x.
func (z *Float) Neg(x *Float) *Float {
	z.Set(x)
	z.neg = !z.neg
	return z
}

// addFinite adds finite numbers, y with sign yneg.
func (z *Float) addFinite(x *Float, y *Float, yneg bool) *Float {
	xneg := x.neg
	xm, ym := x.mant, y.mant
	xe, ye := x.unit(), y.unit()
	// The larger exponent's mantissa is shifted to the smaller one. What is far below the last bit that matters
	// may as well be a little nearer.
	far := int64(z.prec) + int64(len(xm)+len(ym))*64 + 64
	if ye-xe > far {
		xm, xe = intOne.abs, ye-far
	} else if xe-ye > far {
		ym, ye = intOne.abs, xe-far
	}
	e := min(xe, ye)
	if xe > e {
		xm = natShl(nil, xm, uint(xe-e))
	} else if ye > e {
		ym = natShl(nil, ym, uint(ye-e))
	}
	neg, sum := intAdd(nil, xneg, xm, yneg, ym)
	if len(sum) == 0 {
		z.acc, z.form, z.neg = Exact, zero, z.mode == ToNegativeInf
		return z
	}
	return z.set(neg, sum, e, false)
}

func (z *Float) nan(msg string) {
	z.acc, z.form, z.neg = Exact, zero, false
	panic(ErrNaN{msg})
}

func (z *Float) setZero(neg bool) *Float {
	z.acc, z.form, z.neg = Exact, zero, neg
	return z
}

// Add sets z to x + y. Its precision, if it has none, is the greater one of x and y. It panics with
// ErrNaN for Inf + -Inf.
func (z *Float) Add(x, y *Float) *Float {
	z.defaultPrec(max(x.prec, y.prec))
	switch {
	case x.form == finite && y.form == finite:
		return z.addFinite(x, y, y.neg)
	case x.form == inf && y.form == inf && x.neg != y.neg:
		z.nan("addition of infinities with opposite signs")
	case x.form == zero && y.form == zero:
		return z.setZero(x.neg && y.neg)
	case x.form == inf || y.form == zero:
		return z.Set(x)
	}
	return z.Set(y)
}

// Sub sets z to x - y. It panics with ErrNaN for Inf - Inf.
func (z *Float) Sub(x, y *Float) *Float {
	z.defaultPrec(max(x.prec, y.prec))
	switch {
	case x.form == finite && y.form == finite:
		return z.addFinite(x, y, !y.neg)
	case x.form == inf && y.form == inf && x.neg == y.neg:
		z.nan("subtraction of infinities with equal signs")
	case x.form == zero && y.form == zero:
		return z.setZero(x.neg && !y.neg)
	case x.form == inf || y.form == zero:
		return z.Set(x)
	}
	return z.Neg(y)
}

// Mul sets z to x * y. It panics with ErrNaN for 0 * Inf.
func (z *Float) Mul(x, y *Float) *Float {
	z.defaultPrec(max(x.prec, y.prec))
	neg := x.neg != y.neg
	switch {
	case x.form == finite && y.form == finite:
		e := x.unit() + y.unit()
		return z.set(neg, natMul(nil, x.mant, y.mant), e, false)
	case x.form == zero && y.form == inf || x.form == inf && y.form == zero:
		z.nan("multiplication of zero with infinity")
	case x.form == inf || y.form == inf:
		return z.SetInf(neg)
	}
	return z.setZero(neg)
}

// Quo sets z to x / y. It panics with ErrNaN for 0/0 and Inf/Inf.
func (z *Float) Quo(x, y *Float) *Float {
	z.defaultPrec(max(x.prec, y.prec))
	neg := x.neg != y.neg
	switch {
	case x.form == finite && y.form == finite:
		// The quotient gets two bits more than wanted.
		shift := max(int(z.prec)+2+(len(y.mant)-len(x.mant))*64+1, 0)
		e := x.unit() - y.unit() - int64(shift)
		q, r := natDivMod(nil, nil, natShl(nil, x.mant, uint(shift)), y.mant)
		return z.set(neg, q, e, len(r) > 0)
	case x.form == y.form:
		z.nan("division of zero by zero or infinity by infinity")
	case x.form == zero || y.form == inf:
		return z.setZero(neg)
	}
	return z.SetInf(neg)
}

// Sqrt sets z to the square root of x. It panics with ErrNaN if x < 0.
func (z *Float) Sqrt(x *Float) *Float {
	z.defaultPrec(x.prec)
	switch {
	case x.Sign() < 0:
		z.nan("square root of negative operand")
	case x.form != finite:
		z.acc, z.form, z.neg = Exact, x.form, x.neg
		return z
	}
	z.mode = x.mode
	// The root of an integer of twice the bits; the exponent must be even.
	shift := max(2*(int(z.prec)+2)-len(x.mant)*64+64, 0)
	if (x.unit()-int64(shift))&1 != 0 {
		shift++
	}
	m := natShl(nil, x.mant, uint(shift))
	root := natSqrt(nil, m)
	exact := natCmp(natMul(nil, root, root), m) == 0
	return z.set(false, root, (x.unit()-int64(shift))/2, !exact)
}

// ord is x's place in the order -Inf, negative, zero, positive, +Inf.
func (x *Float) ord() int {
	m := 0
	switch x.form {
	case finite:
		m = 1
	case inf:
		m = 2
	}
	if x.neg {
		return -m
	}
	return m
}

// Cmp returns -1, 0 or +1 as x is less than, equal to or greater than y.
func (x *Float) Cmp(y *Float) int {
	mx, my := x.ord(), y.ord()
	switch {
	case mx < my:
		return -1
	case mx > my:
		return 1
	case mx == -1:
		return y.cmpAbs(x)
	case mx == 1:
		return x.cmpAbs(y)
	}
	return 0
}

// cmpAbs compares the magnitudes of finite numbers.
func (x *Float) cmpAbs(y *Float) int {
	if x.exp != y.exp {
		if x.exp < y.exp {
			return -1
		}
		return 1
	}
	n := max(len(x.mant), len(y.mant))
	return natCmp(natShl(nil, x.mant, uint(n-len(x.mant))*64), natShl(nil, y.mant, uint(n-len(y.mant))*64))
}

// pow5 is 5 to the n-th power, rounded.
func (z *Float) pow5(n uint64) *Float {
	const word = 27 // 5**27 is the largest power that fits in a word.
	first := uint64(1)
	for range min(n, word) {
		first *= 5
	}
	z.SetUint64(first)
	if n <= word {
		return z
	}
	f := new(Float).SetPrec(z.Prec() + 64).SetUint64(5)
	for n -= word; n > 0; n >>= 1 {
		if n&1 != 0 {
			z.Mul(z, f)
		}
		f.Mul(f, f)
	}
	return z
}
