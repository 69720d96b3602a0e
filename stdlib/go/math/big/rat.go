package big

import (
	"math"
)

// Rat is a fraction of two integers, always in lowest terms. The zero value is 0.
type Rat struct {
	a Int
	// b is positive; without words it stands for 1.
	b Int
}

// NewRat returns a Rat of a/b. It panics if b is 0.
func NewRat(a, b int64) *Rat { return new(Rat).SetFrac64(a, b) }

// norm reduces the fraction.
func (z *Rat) norm() *Rat {
	z.b.neg = false
	if len(z.a.abs) == 0 {
		z.a.neg = false
		z.b.abs = natWord(z.b.abs, 1)
		return z
	}
	if len(z.b.abs) == 0 {
		z.b.abs = natWord(z.b.abs, 1)
		return z
	}
	if f := natGCD(nil, z.a.abs, z.b.abs); len(f) != 1 || f[0] != 1 {
		z.a.abs, _ = natDivMod(z.a.abs, nil, z.a.abs, f)
		z.b.abs, _ = natDivMod(z.b.abs, nil, z.b.abs, f)
	}
	return z
}

// denom is the denominator's words.
func (x *Rat) denom() nat {
	if len(x.b.abs) == 0 {
		return intOne.abs
	}
	return x.b.abs
}

// SetFloat64 sets z to exactly f; nil if f is infinite or NaN.
func (z *Rat) SetFloat64(f float64) *Rat {
	word := math.Float64bits(f)
	mantissa := word & (1<<52 - 1)
	exp := int(word >> 52 & (1<<11 - 1))
	switch exp {
	case 1<<11 - 1:
		return nil
	case 0:
		exp = -1022
	default:
		mantissa |= 1 << 52
		exp -= 1023
	}
	z.a.SetUint64(mantissa)
	z.a.neg = f < 0
	z.b.SetUint64(1)
	if shift := 52 - exp; shift > 0 {
		z.b.Lsh(&z.b, uint(shift))
	} else {
		z.a.Lsh(&z.a, uint(-shift))
	}
	return z.norm()
}

// float is the nearest floating-point number.
func (x *Rat) float(narrow bool) (f float64, exact bool) {
	a, b := x.a.abs, x.denom()
	if len(a) == 0 {
		return 0, true
	}
	// The quotient gets at least 66 bits.
	shift := max(66-(a.bitLen()-b.bitLen()), 0)
	q, r := natDivMod(nil, nil, natShl(nil, a, uint(shift)), b)
	f, acc := natFloat(q, -shift, len(r) > 0, narrow)
	if x.a.neg {
		f = -f
	}
	return f, acc == 0
}

// Float32 returns the nearest float32, and whether it is x.
func (x *Rat) Float32() (f float32, exact bool) {
	d, exact := x.float(true)
	return float32(d), exact
}

// Float64 returns the nearest float64, and whether it is x.
func (x *Rat) Float64() (f float64, exact bool) { return x.float(false) }

// SetFrac sets z to a/b. It panics if b is 0.
func (z *Rat) SetFrac(a, b *Int) *Rat {
	if len(b.abs) == 0 {
		panic("division by zero")
	}
	neg := a.neg != b.neg
	denom := append(nat(nil), b.abs...)
	z.a.Set(a)
	z.a.neg = neg
	z.b.abs = denom
	return z.norm()
}

// SetFrac64 sets z to a/b. It panics if b is 0.
func (z *Rat) SetFrac64(a, b int64) *Rat {
	if b == 0 {
		panic("division by zero")
	}
	z.a.SetInt64(a)
	z.b.SetInt64(b)
	z.a.neg = z.a.neg != z.b.neg
	return z.norm()
}

// SetInt sets z to x.
func (z *Rat) SetInt(x *Int) *Rat {
	z.a.Set(x)
	z.b.SetInt64(1)
	return z
}

// SetInt64 sets z to x.
func (z *Rat) SetInt64(x int64) *Rat {
	z.a.SetInt64(x)
	z.b.SetInt64(1)
	return z
}

// SetUint64 sets z to x.
func (z *Rat) SetUint64(x uint64) *Rat {
	z.a.SetUint64(x)
	z.b.SetInt64(1)
	return z
}

// Set sets z to x.
func (z *Rat) Set(x *Rat) *Rat {
	if z != x {
		z.a.Set(&x.a)
		z.b.Set(&x.b)
	}
	if len(z.b.abs) == 0 {
		z.b.SetInt64(1)
	}
	return z
}

// Abs sets z to |x|.
func (z *Rat) Abs(x *Rat) *Rat {
	z.Set(x)
	z.a.neg = false
	return z
}

// Neg sets z to -x.
func (z *Rat) Neg(x *Rat) *Rat {
	z.Set(x)
	z.a.neg = len(z.a.abs) > 0 && !z.a.neg
	return z
}

// Inv sets z to 1/x. It panics if x is 0.
func (z *Rat) Inv(x *Rat) *Rat {
	if len(x.a.abs) == 0 {
		panic("division by zero")
	}
	z.Set(x)
	z.a.abs, z.b.abs = z.b.abs, z.a.abs
	return z
}

// Sign returns -1, 0 or +1 as x is negative, zero or positive.
func (x *Rat) Sign() int { return x.a.Sign() }

// IsInt reports whether x is whole.
func (x *Rat) IsInt() bool { return len(x.b.abs) == 0 || len(x.b.abs) == 1 && x.b.abs[0] == 1 }

// Num returns x's numerator, which is part of x: changing it changes x.
func (x *Rat) Num() *Int { return &x.a }

// Denom returns x's denominator, which is positive and part of x, unless x was never set: then it
// is a new 1.
func (x *Rat) Denom() *Int {
	if len(x.b.abs) == 0 {
		return &Int{abs: nat{1}}
	}
	return &x.b
}

// scaled is x * f.
func scaled(x *Int, f nat) *Int {
	z := &Int{abs: natMul(nil, x.abs, f)}
	z.neg = len(z.abs) > 0 && x.neg
	return z
}

// Cmp returns -1, 0 or +1 as x is less than, equal to or greater than y.
func (x *Rat) Cmp(y *Rat) int { return scaled(&x.a, y.denom()).Cmp(scaled(&y.a, x.denom())) }

// Add sets z to x + y.
func (z *Rat) Add(x, y *Rat) *Rat {
	s, t := scaled(&x.a, y.denom()), scaled(&y.a, x.denom())
	denom := natMul(nil, x.denom(), y.denom())
	z.a.Add(s, t)
	z.b.abs = denom
	return z.norm()
}

// Sub sets z to x - y.
func (z *Rat) Sub(x, y *Rat) *Rat {
	s, t := scaled(&x.a, y.denom()), scaled(&y.a, x.denom())
	denom := natMul(nil, x.denom(), y.denom())
	z.a.Sub(s, t)
	z.b.abs = denom
	return z.norm()
}

// Mul sets z to x * y.
func (z *Rat) Mul(x, y *Rat) *Rat {
	denom := natMul(nil, x.denom(), y.denom())
	z.a.Mul(&x.a, &y.a)
	z.b.abs = denom
	return z.norm()
}

// Quo sets z to x / y. It panics if y is 0.
func (z *Rat) Quo(x, y *Rat) *Rat {
	if len(y.a.abs) == 0 {
		panic("division by zero")
	}
	a, b := scaled(&x.a, y.denom()), scaled(&y.a, x.denom())
	neg := a.neg != b.neg
	z.a.abs, z.b.abs = a.abs, b.abs
	z.a.neg = neg
	return z.norm()
}
