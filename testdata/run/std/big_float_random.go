// Operations of big.Float on random operands.
package main

import (
	"fmt"
	"math"
	"math/big"
	"math/rand"
	"strings"
)

var r *rand.Rand

var precs = []uint{1, 2, 3, 10, 24, 53, 54, 63, 64, 65, 100, 128, 200, 300}

func rflt() *big.Float {
	z := new(big.Float).SetPrec(precs[r.Intn(len(precs))]).SetMode(big.RoundingMode(r.Intn(6)))
	switch r.Intn(10) {
	case 0:
		if r.Intn(2) == 0 {
			return z
		}
		return z.Neg(z)
	case 1:
		return z.SetInf(r.Intn(2) == 0)
	case 2:
		return z.SetInt64(int64(r.Intn(30) - 15))
	case 3:
		return z.SetFloat64(math.Float64frombits(r.Uint64()&^(3<<61) | 1<<60))
	case 4:
		return z.SetUint64(r.Uint64())
	case 5:
		return z.SetMantExp(z.SetInt64(r.Int63()-r.Int63()), r.Intn(400)-200)
	case 6:
		return z.SetRat(big.NewRat(r.Int63()-r.Int63(), r.Int63n(1000)+1))
	}
	x := new(big.Int).Rand(r, new(big.Int).Lsh(big.NewInt(1), uint(r.Intn(500)+1)))
	if r.Intn(2) == 0 {
		x.Neg(x)
	}
	z.SetInt(x)
	return z.SetMantExp(z, -r.Intn(300))
}

func d(x *big.Float) string {
	if x == nil {
		return "nil"
	}
	return fmt.Sprint(x.Text('p', 0), " ", x.Prec(), x.Mode(), x.Acc())
}

func try(name string, f func() any) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Printf("%s PANIC %v %T\n", name, e, e)
		}
	}()
	fmt.Println(name, f())
}

var verbs = []string{"%v", "%g", "%G", "%e", "%E", "%f", "%F", "%b", "%x", "%s", "%d", "%10.3f", "%-20.5g|", "%+.3e", "% .2f", "%020.4f", "%+v", "%.0f", "%.0e", "%.30g", "%.5x", "%.0x", "%25x", "%08.3g", "% 12v"}

func main() {
	const seed, n = 42, 30
	r = rand.New(rand.NewSource(seed))
	for i := 0; i < n; i++ {
		x, y := rflt(), rflt()
		nz := func() *big.Float {
			return new(big.Float).SetPrec([]uint{0, 0, 1, 5, 24, 53, 64, 100, 250}[i%9]).SetMode(big.RoundingMode(i / 9 % 6))
		}
		fmt.Println("#", i, d(x), d(y))
		try("add", func() any { return d(nz().Add(x, y)) })
		try("sub", func() any { return d(nz().Sub(x, y)) })
		try("mul", func() any { return d(nz().Mul(x, y)) })
		try("quo", func() any { return d(nz().Quo(x, y)) })
		try("sqrt", func() any { if x.Mode() > 1 { return 0 }; return nz().Sqrt(x).Text('p', 0) })
		try("set", func() any { return []string{d(nz().Set(x)), d(nz().Copy(x)), d(nz().Neg(x)), d(nz().Abs(x)), d(new(big.Float).Copy(x).SetPrec(uint(r.Intn(80)))), d(new(big.Float).Copy(x).SetMode(2))} })
		try("info", func() any { return []any{x.Sign(), x.Signbit(), x.IsInf(), x.IsInt(), x.MinPrec(), x.Cmp(y), x.Prec(), x.Mode(), x.Acc()} })
		try("conv", func() any {
			a, b := x.Int64()
			c, e := x.Uint64()
			f, g := x.Float64()
			h, j := x.Float32()
			return []any{a, b, c, e, f, g, h, j}
		})
		try("int", func() any { a, b := x.Int(nil); c, e := x.Rat(nil); return []any{a, b, c, e} })
		try("mantexp", func() any { m := new(big.Float); e := x.MantExp(m); return []any{e, d(m), d(nz().SetMantExp(m, 77))} })
		try("setint", func() any { z := nz(); if a, _ := x.Int(nil); a != nil { z.SetInt(a) }; return d(z) })
		try("setrat", func() any { z := nz(); if a, _ := y.Rat(nil); a != nil { z.SetRat(a) }; return d(z) })
		try("setf", func() any { f, _ := y.Float64(); return d(nz().SetFloat64(f)) })
		for k := 0; k < 3; k++ {
			v := verbs[r.Intn(len(verbs))]
			try("fmt "+v, func() any { return fmt.Sprintf(v, x) })
		}
		f := "eEfgGpbxz"[r.Intn(9)]
		p := r.Intn(40) - 2
		try(fmt.Sprintf("text %c %d", f, p), func() any { return x.Text(f, p) })
		try("short", func() any { return []any{x.Text('g', -1), x.Text('e', -1), x.Text('f', -1), x.String(), x.Text('x', -1)} })
		g, _ := x.GobEncode()
		try("gob", func() any { z := new(big.Float); e := z.GobDecode(g); return []any{d(z), e} })
		try("mtext", func() any { b, err := x.MarshalText(); z := nz(); e := z.UnmarshalText(b); return []any{string(b), err, d(z), e} })
		try("alias", func() any { z := new(big.Float).Copy(x); z.Add(z, z); z.Mul(z, y); z.Sub(z, z); return d(z) })
		alphabet := "0123456789._eEpP+-xXbBoOaf In~"
		var sb strings.Builder
		if r.Intn(3) == 0 {
			sb.WriteString([]string{"0x", "0b", "0o", "0", "-0X", "+0B", "-", "+", "0_", "0x_", "Inf", "-Inf", "+inf"}[r.Intn(13)])
		}
		lim := []int{10, 11, 11, 12, 14, 16, 19, len(alphabet)}[r.Intn(8)]
		for k := r.Intn(12); k > 0; k-- {
			sb.WriteByte(alphabet[r.Intn(lim)])
		}
		if r.Intn(3) == 0 {
			sb.WriteString([]string{"e5", "E-3", "p4", "P-2", "e-300", "e+", "e1_0", "e99999999999", ".5", "p-99999999999", "p2147483647"}[r.Intn(11)])
		}
		str := sb.String()
		base := []int{0, 0, 0, 10, 10, 2, 16, 8}[r.Intn(8)]
		try(fmt.Sprintf("parse %q %d", str, base), func() any { z, b, err := nz().Parse(str, base); return []any{d(z), b, err} })
		if !strings.ContainsAny(str, "In~") {
			try(fmt.Sprintf("setstring %q", str), func() any { z, ok := nz().SetString(str); return []any{d(z), ok} })
		}
	}
	for _, s := range []string{"1e1000", "1.1e-1000", "123456789012345678901234567890.5e50", "0x1.8p1", "1e-5", "3.14159"} {
		for _, p := range precs {
			for m := range 6 {
				f, b, err := big.ParseFloat(s, 0, p, big.RoundingMode(m))
				fmt.Println(s, d(f), b, err)
				fmt.Println(f.Text('g', 20), f)
			}
		}
	}
	try("nan", func() any { return big.NewFloat(math.NaN()) })
	try("nan", func() any { return new(big.Float).SetFloat64(math.NaN()) })
	try("base", func() any { _, _, err := new(big.Float).Parse("1", 3); return err })
	fmt.Println(big.RoundingMode(9), big.ToNearestEven, big.MaxExp, big.MinExp, big.MaxPrec)
	big1 := new(big.Float).SetMantExp(big.NewFloat(1), big.MaxExp)
	fmt.Println(d(big1), d(new(big.Float).Mul(big1, big1)), d(new(big.Float).SetMantExp(big.NewFloat(-1), -math.MaxInt32-5)))
	for _, b := range [][]byte{nil, {1}, {2, 0, 0, 0, 0, 0}, {1, 2, 0, 0, 0, 53}, {1, 2, 0, 0, 0, 53, 0, 0, 0, 1}} {
		fmt.Println(new(big.Float).GobDecode(b))
	}
	two := new(big.Float).SetPrec(500).SetInt64(2)
	fmt.Println(two.Sqrt(two).Text('f', 140))
	far := new(big.Float).SetPrec(100).SetMantExp(big.NewFloat(1), 100000)
	for m := range 6 {
		z := new(big.Float).SetPrec(70).SetMode(big.RoundingMode(m))
		fmt.Println(d(z.Add(far, big.NewFloat(1))), d(z.Sub(far, big.NewFloat(1))), d(z.Sub(big.NewFloat(1), far)))
	}
}
