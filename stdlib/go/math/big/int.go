// Package big calculates with numbers of any size: integers, fractions and floating-point numbers.
//
//	a, _ := new(big.Int).SetString("123456789012345678901234567890", 10)
//	b := big.NewInt(7)
//	fmt.Println(new(big.Int).Mul(a, b), a.Cmp(b)) // 864197523086419752308641975230 1
//
// Results go to the receiver, which is also returned, so that memory is reused: z.Add(x, y) sets z
// to x + y. It may be an argument at the same time. Numbers are passed as pointers; copying the
// struct is wrong. Goroutines may share numbers that nobody changes.
package big

import (
	"fmt"
	"math/bits"
	"math/rand"
)

// Int is an integer of any size. The zero value is 0.
type Int struct {
	neg bool
	abs nat
}

var intOne = &Int{abs: nat{1}}

// NewInt returns an Int of x.
func NewInt(x int64) *Int { return new(Int).SetInt64(x) }

func natWord(z nat, x uint64) nat {
	if x == 0 {
		return z[:0]
	}
	return append(z[:0], Word(x))
}

func (z nat) norm() nat {
	n := len(z)
	for n > 0 && z[n-1] == 0 {
		n--
	}
	return z[:n]
}

func (x nat) bitLen() int {
	if len(x) == 0 {
		return 0
	}
	return (len(x)-1)*64 + bits.Len64(uint64(x[len(x)-1]))
}

func (x nat) trailingZeroBits() uint {
	for i, w := range x {
		if w != 0 {
			return uint(i*64 + bits.TrailingZeros64(uint64(w)))
		}
	}
	return 0
}

func (x nat) bit(i uint) uint {
	if w := i / 64; w < uint(len(x)) {
		return uint(x[w] >> (i % 64) & 1)
	}
	return 0
}

// sticky tells whether any bit below the i-th is set.
func (x nat) sticky(i uint) bool { return len(x) > 0 && x.trailingZeroBits() < i }

func (x nat) low() uint64 {
	if len(x) == 0 {
		return 0
	}
	return uint64(x[0])
}

// Sign returns -1, 0 or +1 as x is negative, zero or positive.
func (x *Int) Sign() int {
	if len(x.abs) == 0 {
		return 0
	}
	if x.neg {
		return -1
	}
	return 1
}

// SetInt64 sets z to x.
func (z *Int) SetInt64(x int64) *Int {
	z.neg = x < 0
	u := uint64(x)
	if z.neg {
		u = -u
	}
	z.abs = natWord(z.abs, u)
	return z
}

// SetUint64 sets z to x.
func (z *Int) SetUint64(x uint64) *Int {
	z.abs = natWord(z.abs, x)
	z.neg = false
	return z
}

// Set sets z to x.
func (z *Int) Set(x *Int) *Int {
	if z != x {
		z.abs = append(z.abs[:0], x.abs...)
		z.neg = x.neg
	}
	return z
}

// Bits returns |x| as words, the lowest first. They are x's own memory.
func (x *Int) Bits() []Word { return x.abs }

// SetBits sets z to the number of these words, the lowest first, which become its memory.
func (z *Int) SetBits(abs []Word) *Int {
	z.abs = nat(abs).norm()
	z.neg = false
	return z
}

// Abs sets z to |x|.
func (z *Int) Abs(x *Int) *Int {
	z.Set(x)
	z.neg = false
	return z
}

// Neg sets z to -x.
func (z *Int) Neg(x *Int) *Int {
	z.Set(x)
	z.neg = len(z.abs) > 0 && !z.neg
	return z
}

// Add sets z to x + y.
func (z *Int) Add(x, y *Int) *Int {
	z.neg, z.abs = intAdd(z.abs, x.neg, x.abs, y.neg, y.abs)
	return z
}

// Sub sets z to x - y.
func (z *Int) Sub(x, y *Int) *Int {
	z.neg, z.abs = intAdd(z.abs, x.neg, x.abs, !y.neg, y.abs)
	return z
}

// Mul sets z to x * y.
func (z *Int) Mul(x, y *Int) *Int {
	neg := x.neg != y.neg
	z.abs = natMul(z.abs, x.abs, y.abs)
	z.neg = neg && len(z.abs) > 0
	return z
}

// MulRange sets z to a * (a+1) * ... * b, 1 if a > b.
func (z *Int) MulRange(a, b int64) *Int {
	switch {
	case a > b:
		return z.SetInt64(1)
	case a <= 0 && b >= 0:
		return z.SetInt64(0)
	}
	neg := false
	if a < 0 {
		neg = (b-a)&1 == 0
		a, b = -b, -a
	}
	z.abs = natProduct(z.abs, uint64(a), uint64(b))
	z.neg = neg
	return z
}

// Binomial sets z to the number of ways to choose k of n things.
func (z *Int) Binomial(n, k int64) *Int {
	if k > n {
		return z.SetInt64(0)
	}
	if k > n-k {
		k = n - k
	}
	// After step i, z is the binomial of n and i.
	var N, K, i, t Int
	N.SetInt64(n)
	K.SetInt64(k)
	z.SetInt64(1)
	for i.Cmp(&K) < 0 {
		z.Mul(z, t.Sub(&N, &i))
		i.Add(&i, intOne)
		z.Quo(z, &i)
	}
	return z
}

func checkDivisor(y nat) {
	if len(y) == 0 {
		panic("division by zero")
	}
}

// Quo sets z to x / y, rounded towards zero as Go does. It panics if y is 0.
func (z *Int) Quo(x, y *Int) *Int {
	checkDivisor(y.abs)
	neg := x.neg != y.neg
	z.abs, _ = natDivMod(z.abs, nil, x.abs, y.abs)
	z.neg = len(z.abs) > 0 && neg
	return z
}

// Rem sets z to x % y, with the sign of x as in Go. It panics if y is 0.
func (z *Int) Rem(x, y *Int) *Int {
	checkDivisor(y.abs)
	neg := x.neg
	_, z.abs = natDivMod(nil, z.abs, x.abs, y.abs)
	z.neg = len(z.abs) > 0 && neg
	return z
}

// QuoRem sets z to x / y and r to x % y as Go does. It panics if y is 0.
func (z *Int) QuoRem(x, y, r *Int) (*Int, *Int) {
	checkDivisor(y.abs)
	zneg, rneg := x.neg != y.neg, x.neg
	z.abs, r.abs = natDivMod(z.abs, r.abs, x.abs, y.abs)
	z.neg, r.neg = len(z.abs) > 0 && zneg, len(r.abs) > 0 && rneg
	return z, r
}

// Div sets z to the quotient for which Mod is the remainder. It panics if y is 0.
func (z *Int) Div(x, y *Int) *Int {
	yneg := y.neg
	var r Int
	z.QuoRem(x, y, &r)
	if r.neg {
		if yneg {
			z.Add(z, intOne)
		} else {
			z.Sub(z, intOne)
		}
	}
	return z
}

// Mod sets z to the remainder of x / y that is not negative. It panics if y is 0.
func (z *Int) Mod(x, y *Int) *Int {
	if z == y || sameArray(z.abs, y.abs) {
		y = new(Int).Set(y)
	}
	var q Int
	q.QuoRem(x, y, z)
	if z.neg {
		if y.neg {
			z.Sub(z, y)
		} else {
			z.Add(z, y)
		}
	}
	return z
}

// DivMod sets z to what Div and m to what Mod returns. It panics if y is 0.
func (z *Int) DivMod(x, y, m *Int) (*Int, *Int) {
	if z == y || m == y || sameArray(z.abs, y.abs) || sameArray(m.abs, y.abs) {
		y = new(Int).Set(y)
	}
	z.QuoRem(x, y, m)
	if m.neg {
		if y.neg {
			z.Add(z, intOne)
			m.Sub(m, y)
		} else {
			z.Sub(z, intOne)
			m.Add(m, y)
		}
	}
	return z, m
}

// sameArray tells whether x and y end in the same array.
func sameArray(x, y nat) bool {
	return cap(x) > 0 && cap(y) > 0 && &x[:cap(x)][cap(x)-1] == &y[:cap(y)][cap(y)-1]
}

// Cmp returns -1, 0 or +1 as x is less than, equal to or greater than y.
func (x *Int) Cmp(y *Int) (r int) {
	switch {
	case x == y:
		return 0
	case x.neg != y.neg:
		if x.neg {
			return -1
		}
		return 1
	case x.neg:
		return natCmp(y.abs, x.abs)
	}
	return natCmp(x.abs, y.abs)
}

// CmpAbs is Cmp without the signs.
func (x *Int) CmpAbs(y *Int) int { return natCmp(x.abs, y.abs) }

// Int64 returns x as an int64; if it doesn't fit the result means nothing.
func (x *Int) Int64() int64 {
	v := int64(x.abs.low())
	if x.neg {
		v = -v
	}
	return v
}

// Uint64 returns x as a uint64; if it doesn't fit the result means nothing.
func (x *Int) Uint64() uint64 { return x.abs.low() }

// IsInt64 reports whether x fits an int64.
func (x *Int) IsInt64() bool {
	if len(x.abs) <= 1 {
		w := int64(x.abs.low())
		return w >= 0 || x.neg && w == -w
	}
	return false
}

// IsUint64 reports whether x fits a uint64.
func (x *Int) IsUint64() bool { return !x.neg && len(x.abs) <= 1 }

// Float64 returns the nearest float64, and how it differs from x.
func (x *Int) Float64() (float64, Accuracy) {
	f, acc := natFloat(x.abs, 0, false, false)
	if x.neg {
		return -f, Accuracy(-acc)
	}
	return f, Accuracy(acc)
}

// SetBytes sets z to the number of these bytes, the highest first.
func (z *Int) SetBytes(buf []byte) *Int {
	n := (len(buf) + 7) / 8
	if cap(z.abs) < n {
		z.abs = make(nat, n)
	}
	z.abs = z.abs[:n]
	for i := range z.abs {
		var w Word
		end := len(buf) - i*8
		for _, b := range buf[max(end-8, 0):end] {
			w = w<<8 | Word(b)
		}
		z.abs[i] = w
	}
	z.abs = z.abs.norm()
	z.neg = false
	return z
}

// Bytes returns the bytes of |x|, the highest first.
func (x *Int) Bytes() []byte { return x.FillBytes(make([]byte, (x.BitLen()+7)/8)) }

// FillBytes writes the bytes of |x|, the highest first, to all of buf and returns it. It panics if
// they don't fit.
func (x *Int) FillBytes(buf []byte) []byte {
	clear(buf)
	i := len(buf)
	for _, w := range x.abs {
		for range 8 {
			if i > 0 {
				i--
				buf[i] = byte(w)
			} else if byte(w) != 0 {
				panic("math/big: buffer too small to fit value")
			}
			w >>= 8
		}
	}
	return buf
}

// BitLen returns how many bits |x| needs, 0 for 0.
func (x *Int) BitLen() int { return x.abs.bitLen() }

// TrailingZeroBits returns the number of zero bits below the lowest one of |x|, 0 for 0.
func (x *Int) TrailingZeroBits() uint { return x.abs.trailingZeroBits() }

// Exp sets z to x to the power of y, modulo |m| unless m is nil or 0. If y < 0 it needs an inverse
// of x, and returns nil if there is none; without m the result is 1 then.
func (z *Int) Exp(x, y, m *Int) *Int {
	base := x
	if y.neg {
		if m == nil || len(m.abs) == 0 {
			return z.SetInt64(1)
		}
		base = new(Int).ModInverse(x, m)
		if base == nil {
			return nil
		}
	}
	var modulus nat
	if m != nil {
		modulus = m.abs
		if sameArray(z.abs, modulus) {
			modulus = append(nat(nil), modulus...)
		}
	}
	odd := len(y.abs) > 0 && y.abs[0]&1 == 1
	neg := x.neg
	z.abs = natPower(z.abs, base.abs, y.abs, modulus)
	z.neg = len(z.abs) > 0 && neg && odd
	if z.neg && len(modulus) > 0 {
		z.abs = natSub(z.abs, modulus, z.abs)
		z.neg = false
	}
	return z
}

// GCD sets z to the greatest common divisor of a and b, and x and y, unless nil, so that z == a*x +
// b*y.
func (z *Int) GCD(x, y, a, b *Int) *Int {
	if len(a.abs) == 0 || len(b.abs) == 0 {
		lenA, lenB, negA, negB := len(a.abs), len(b.abs), a.neg, b.neg
		if lenA == 0 {
			z.Set(b)
		} else {
			z.Set(a)
		}
		z.neg = false
		setUnit(x, lenA, negA)
		setUnit(y, lenB, negB)
		return z
	}
	if x == nil && y == nil {
		z.abs = natGCD(z.abs, a.abs, b.abs)
		z.neg = false
		return z
	}
	divisor, negative, factor := natCofactor(a.abs, b.abs)
	d := &Int{abs: divisor}
	f := &Int{negative != a.neg, factor}
	if y != nil {
		// y = (d - a*x) / b
		t := new(Int).Mul(a, f)
		t.Sub(d, t)
		y.Quo(t, b)
	}
	if x != nil {
		x.Set(f)
	}
	return z.Set(d)
}

func setUnit(f *Int, length int, neg bool) {
	if f == nil {
		return
	}
	if length == 0 {
		f.SetUint64(0)
	} else {
		f.SetUint64(1)
		f.neg = neg
	}
}

// Rand sets z to a random number from 0 to n-1. It is not for secrets.
func (z *Int) Rand(rnd *rand.Rand, n *Int) *Int {
	z.neg = false
	if n.neg || len(n.abs) == 0 {
		z.abs = nil
		return z
	}
	limit := n.abs
	if sameArray(z.abs, limit) {
		limit = append(nat(nil), limit...)
	}
	top := uint(limit.bitLen()) % 64
	if top == 0 {
		top = 64
	}
	abs := make(nat, len(limit))
	for {
		for i := range abs {
			abs[i] = Word(rnd.Uint32()) | Word(rnd.Uint32())<<32
		}
		abs[len(abs)-1] &= 1<<top - 1
		if value := abs.norm(); natCmp(value, limit) < 0 {
			z.abs = value
			return z
		}
	}
}

// ModInverse sets z to the inverse of g modulo n; nil if there is none.
func (z *Int) ModInverse(g, n *Int) *Int {
	if n.neg {
		n = new(Int).Neg(n)
	}
	if g.neg {
		g = new(Int).Mod(g, n)
	}
	var d, x Int
	d.GCD(&x, nil, g, n)
	if d.Cmp(intOne) != 0 {
		return nil
	}
	if x.neg {
		return z.Add(&x, n)
	}
	return z.Set(&x)
}

// Jacobi returns the Jacobi symbol (x/y): -1, 0 or +1. It panics if y is even.
func Jacobi(x, y *Int) int {
	if len(y.abs) == 0 || y.abs[0]&1 == 0 {
		panic(fmt.Sprintf("big: invalid 2nd argument to Int.Jacobi: need odd integer but got %s", y.String()))
	}
	sign := 1
	if y.neg && x.neg {
		sign = -1
	}
	if x.neg {
		// (-1/y) is -1 for y = 3 modulo 4.
		if y.abs[0]&3 == 3 {
			sign = -sign
		}
	}
	return sign * natJacobi(x.abs, y.abs)
}

// ModSqrt sets z to a square root of x modulo the odd prime p; nil if there is none.
func (z *Int) ModSqrt(x, p *Int) *Int {
	switch Jacobi(x, p) {
	case -1:
		return nil
	case 0:
		return z.SetInt64(0)
	}
	if x.neg || x.Cmp(p) >= 0 {
		x = new(Int).Mod(x, p)
	}
	switch {
	case p.abs[0]%4 == 3:
		// x^((p+1)/4)
		e := new(Int).Add(p, intOne)
		return z.Exp(x, e.Rsh(e, 2), p)
	case p.abs[0]%8 == 5:
		return z.modSqrt5Mod8(x, p)
	}
	return z.modSqrtTonelliShanks(x, p)
}

// modSqrt5Mod8: with a = (2x)^((p-5)/8) and b = 2xa², the root is xa(b-1).
func (z *Int) modSqrt5Mod8(x, p *Int) *Int {
	e := new(Int).Rsh(p, 3)
	double := new(Int).Lsh(x, 1)
	a := new(Int).Exp(double, e, p)
	b := new(Int).Mul(a, a)
	b.Mod(b, p)
	b.Mul(b, double)
	b.Mod(b, p)
	b.Sub(b, intOne)
	b.Mul(b, x)
	b.Mod(b, p)
	b.Mul(b, a)
	return z.Mod(b, p)
}

func (z *Int) modSqrtTonelliShanks(x, p *Int) *Int {
	// p-1 = s * 2^e with odd s
	var s Int
	s.Sub(p, intOne)
	e := s.TrailingZeroBits()
	s.Rsh(&s, e)
	var n Int
	n.SetInt64(2)
	for Jacobi(&n, p) != -1 {
		n.Add(&n, intOne)
	}
	// Invariants: y² = x*b, and g generates the group that b is in.
	var y, b, g, t Int
	y.Add(&s, intOne)
	y.Rsh(&y, 1)
	y.Exp(x, &y, p)
	b.Exp(x, &s, p)
	g.Exp(&n, &s, p)
	r := e
	for {
		var m uint
		t.Set(&b)
		for t.Cmp(intOne) != 0 {
			t.Mul(&t, &t).Mod(&t, p)
			m++
		}
		if m == 0 {
			return z.Set(&y)
		}
		t.SetInt64(0).SetBit(&t, int(r-m-1), 1).Exp(&g, &t, p)
		g.Mul(&t, &t).Mod(&g, p)
		y.Mul(&y, &t).Mod(&y, p)
		b.Mul(&b, &g).Mod(&b, p)
		r = m
	}
}

// ProbablyPrime reports whether x is prime, by n random Miller-Rabin tests and a Baillie-PSW test.
// It is right for x < 1<<64, and a wrong true has a probability of at most 1/4**n.
func (x *Int) ProbablyPrime(n int) bool {
	if n < 0 {
		panic("negative n for ProbablyPrime")
	}
	if x.neg {
		return false
	}
	return natIsPrime(x.abs, n)
}

// Lsh sets z to x << n.
func (z *Int) Lsh(x *Int, n uint) *Int {
	z.neg, z.abs = x.neg, natShl(z.abs, x.abs, n)
	return z
}

// Rsh sets z to x >> n, rounded down.
func (z *Int) Rsh(x *Int, n uint) *Int {
	if !x.neg {
		z.neg, z.abs = false, natShr(z.abs, x.abs, n)
		return z
	}
	// -((|x|-1) >> n) - 1
	t := natShr(nil, natSub(nil, x.abs, intOne.abs), n)
	z.neg, z.abs = true, natAdd(z.abs, t, intOne.abs)
	return z
}

// Bit returns the bit i of x, 0 or 1. Negative numbers have endless ones.
func (x *Int) Bit(i int) uint {
	if i < 0 {
		panic("negative bit index")
	}
	if x.neg {
		return natSub(nil, x.abs, intOne.abs).bit(uint(i)) ^ 1
	}
	return x.abs.bit(uint(i))
}

// SetBit sets z to x with bit i set to b, 0 or 1.
func (z *Int) SetBit(x *Int, i int, b uint) *Int {
	if i < 0 {
		panic("negative bit index")
	}
	mask := natShl(nil, intOne.abs, uint(i))
	switch b {
	case 0:
		z.neg, z.abs = intBits(opAndNot, z.abs, x.neg, x.abs, false, mask)
	case 1:
		z.neg, z.abs = intBits(opOr, z.abs, x.neg, x.abs, false, mask)
	default:
		panic("set bit is not 0 or 1")
	}
	return z
}

// And sets z to x & y. Negative numbers count as two's complements with endless ones.
func (z *Int) And(x, y *Int) *Int {
	z.neg, z.abs = intBits(opAnd, z.abs, x.neg, x.abs, y.neg, y.abs)
	return z
}

// AndNot sets z to x &^ y.
func (z *Int) AndNot(x, y *Int) *Int {
	z.neg, z.abs = intBits(opAndNot, z.abs, x.neg, x.abs, y.neg, y.abs)
	return z
}

// Or sets z to x | y.
func (z *Int) Or(x, y *Int) *Int {
	z.neg, z.abs = intBits(opOr, z.abs, x.neg, x.abs, y.neg, y.abs)
	return z
}

// Xor sets z to x ^ y.
func (z *Int) Xor(x, y *Int) *Int {
	z.neg, z.abs = intBits(opXor, z.abs, x.neg, x.abs, y.neg, y.abs)
	return z
}

// Not sets z to ^x, which is -x-1.
func (z *Int) Not(x *Int) *Int {
	z.neg, z.abs = intAdd(z.abs, !x.neg, x.abs, true, intOne.abs)
	return z
}

// Sqrt sets z to the square root of x, rounded down. It panics if x < 0.
func (z *Int) Sqrt(x *Int) *Int {
	if x.neg {
		panic("square root of negative number")
	}
	z.neg = false
	z.abs = natSqrt(z.abs, x.abs)
	return z
}
