// Operations of big.Int on random operands.
package main

import (
	"fmt"
	"math/big"
	"math/rand"
	"strings"
)

var r *rand.Rand

func rbig(maxw int) *big.Int {
	switch r.Intn(12) {
	case 0:
		return big.NewInt(0)
	case 1:
		return big.NewInt(int64(r.Intn(5) - 2))
	case 2:
		x := new(big.Int).Lsh(big.NewInt(1), uint(r.Intn(64*maxw)))
		if r.Intn(2) == 0 {
			x.Neg(x)
		}
		return x.Add(x, big.NewInt(int64(r.Intn(3)-1)))
	}
	n := 1 + r.Intn(maxw)
	b := make([]byte, n*8-r.Intn(8))
	r.Read(b)
	if r.Intn(4) == 0 {
		for i := range b {
			if r.Intn(2) == 0 {
				b[i] = 255
			} else {
				b[i] = 0
			}
		}
	}
	x := new(big.Int).SetBytes(b)
	if r.Intn(2) == 0 {
		x.Neg(x)
	}
	return x
}

func try(name string, f func() any) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println(name, "PANIC", e)
		}
	}()
	s := fmt.Sprint(f())
	if len(s) > 3000 {
		s = s[:1000] + "..." + s[len(s)-1000:] + fmt.Sprint(len(s))
	}
	fmt.Println(name, s)
}

var verbs = []string{"%d", "%x", "%X", "%#x", "%o", "%#o", "%O", "%b", "%#b", "%s", "%v", "%+d", "% d", "%20d", "%-20d|", "%020d", "%+08d", "%.5d", "%10.5d", "%.0d", "%q", "%#v", "%08x", "%#20x", "%-#20X|", "%e", "%t"}

func main() {
	const seed, n = 42, 8
	r = rand.New(rand.NewSource(seed))
	for i := 0; i < n; i++ {
		mw := []int{1, 2, 3, 8, 40, 100}[r.Intn(6)]
		x, y, m := rbig(mw), rbig(mw), rbig(min(mw, 8))
		z := new(big.Int)
		fmt.Println("#", i)
		try("add", func() any { return z.Add(x, y) })
		try("sub", func() any { return z.Sub(x, y) })
		try("mul", func() any { return z.Mul(x, y) })
		try("quo", func() any { return z.Quo(x, y) })
		try("rem", func() any { return z.Rem(x, y) })
		try("div", func() any { return z.Div(x, m) })
		try("mod", func() any { return z.Mod(x, m) })
		try("quorem", func() any { a, b := z.QuoRem(x, m, new(big.Int)); return []any{a, b} })
		try("divmod", func() any { a, b := z.DivMod(x, m, new(big.Int)); return []any{a, b} })
		try("cmp", func() any { return []any{x.Cmp(y), x.CmpAbs(y), x.Sign(), x.BitLen(), x.TrailingZeroBits()} })
		try("bits", func() any {
			return []any{new(big.Int).And(x, y), new(big.Int).Or(x, y), new(big.Int).Xor(x, y), new(big.Int).AndNot(x, y), new(big.Int).Not(x)}
		})
		sh := uint(r.Intn(200))
		try("shift", func() any {
			return []any{new(big.Int).Lsh(x, sh), new(big.Int).Rsh(x, sh), x.Bit(int(sh)), new(big.Int).SetBit(x, int(sh), sh&1)}
		})
		try("gcd", func() any {
			a, b := new(big.Int), new(big.Int)
			g := new(big.Int).GCD(a, b, x, y)
			return []any{g, a, b, new(big.Int).GCD(nil, nil, x, y)}
		})
		try("gcd1", func() any { a := new(big.Int); g := new(big.Int).GCD(a, nil, x, m); return []any{g, a} })
		try("gcd2", func() any { a := new(big.Int); g := new(big.Int).GCD(nil, a, x, m); return []any{g, a} })
		if m.Sign() == 0 {
			m.SetInt64(7)
		}
		if mw <= 8 {
			try("exp", func() any { return new(big.Int).Exp(x, y, m) })
			try("expn", func() any { return new(big.Int).Exp(x, y, m.Abs(m)) })
			try("pow", func() any { return new(big.Int).Exp(x, big.NewInt(int64(r.Intn(30)-3)), nil) })
			try("inv", func() any { return new(big.Int).ModInverse(x, m) })
			try("prime", func() any { return []any{x.ProbablyPrime(0), y.ProbablyPrime(5)} })
			try("jacobi", func() any { return big.Jacobi(x, y) })
		}
		try("sqrt", func() any { return z.Sqrt(x) })
		base := 2 + r.Intn(61)
		s := x.Text(base)
		try("text", func() any { return s })
		try("back", func() any { v, ok := new(big.Int).SetString(s, base); return []any{v.Cmp(x), ok} })
		v := verbs[r.Intn(len(verbs))]
		try("fmt "+v, func() any { return fmt.Sprintf(v, x) })
		try("conv", func() any { f, a := x.Float64(); return []any{x.Int64(), x.Uint64(), x.IsInt64(), x.IsUint64(), f, a} })
		try("bytes", func() any { return []any{x.Bytes(), x.FillBytes(make([]byte, 12))} })
		try("alias", func() any {
			a, b := new(big.Int).Set(x), new(big.Int).Set(y)
			a.Add(a, b)
			b.Mul(a, b)
			a.Sub(b, a)
			a.Mod(b, a)
			b.QuoRem(a, b, a)
			return []any{a, b}
		})
		try("rand", func() any { return z.Rand(r, new(big.Int).Abs(y)) })
		try("bits2", func() any { return new(big.Int).SetBits(x.Bits()) })
		g, _ := x.GobEncode()
		try("gob", func() any { z := new(big.Int); e := z.GobDecode(g); return []any{g, z, e} })
		lo := int64(r.Intn(40) - 20)
		try("range", func() any { return z.MulRange(lo, lo+int64(r.Intn(60))) })
		try("binom", func() any { return z.Binomial(int64(r.Intn(200)), int64(r.Intn(200))) })
		// random strings
		alphabet := "0123456789_xXbBoOaAfFzZ+- ."
		var sb strings.Builder
		if r.Intn(2) == 0 {
			sb.WriteString([]string{"0x", "0b", "0o", "0", "-0X", "+0B", "-", "+", "0_", "0x_"}[r.Intn(10)])
		}
		lim := []int{2, 10, 11, 20, len(alphabet)}[r.Intn(5)]
		for k := r.Intn(12); k > 0; k-- {
			sb.WriteByte(alphabet[r.Intn(lim)])
		}
		str := sb.String()
		bs := []int{0, 0, 0, 2, 8, 10, 16, 36, 62}[r.Intn(9)]
		try(fmt.Sprintf("parse %q %d", str, bs), func() any { v, ok := new(big.Int).SetString(str, bs); return []any{v, ok} })
		vb := []string{"%d", "%x", "%b", "%o", "%v", "%s", "%f"}[r.Intn(7)]
		try(fmt.Sprintf("scan %q %s", str, vb), func() any {
			z := new(big.Int)
			var rest string
			n, err := fmt.Sscanf(str, vb+"%s", z, &rest)
			return []any{z, n, err, rest}
		})
		try(fmt.Sprintf("sscan %q", str), func() any { z := new(big.Int); n, err := fmt.Sscan(str, z); return []any{z, n, err} })
	}
	// square roots modulo primes
	for p := int64(3); p < 200; p += 2 {
		if !big.NewInt(p).ProbablyPrime(1) {
			continue
		}
		for x := int64(-3); x < p && x < 40; x++ {
			try(fmt.Sprint("modsqrt ", x, p), func() any { return new(big.Int).ModSqrt(big.NewInt(x), big.NewInt(p)) })
		}
	}
	for _, ps := range []string{"18446744073709551557", "170141183460469231731687303715884105727", "340282366920938463463374607431768211297", "6277101735386680763835789423207666416102355444464034512659", "26959946667150639794667015087019630673557916260026308143510066298881"} {
		p, _ := new(big.Int).SetString(ps, 10)
		fmt.Println(p.ProbablyPrime(10))
		for k := 0; k < 10; k++ {
			x := new(big.Int).Mod(rbig(4), p)
			x.Mul(x, x)
			try("modsqrt", func() any { return new(big.Int).ModSqrt(x, p) })
			try("modinv", func() any { return new(big.Int).ModInverse(x, p) })
		}
	}
	c := 0
	for k := int64(0); k < 20000; k++ {
		if big.NewInt(k).ProbablyPrime(0) {
			c++
		}
	}
	fmt.Println(c)
}
