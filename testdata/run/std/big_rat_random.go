// Operations of big.Rat on random operands.
package main

import (
	"fmt"
	"math"
	"math/big"
	"math/rand"
	"strings"
)

var r *rand.Rand

func rrat() *big.Rat {
	switch r.Intn(8) {
	case 0:
		return new(big.Rat)
	case 1:
		return big.NewRat(int64(r.Intn(20)-10), int64(r.Intn(10)+1))
	case 2:
		return new(big.Rat).SetFloat64(math.Float64frombits(r.Uint64()&^(3<<61) | 1<<60))
	case 3:
		x := big.NewInt(int64(r.Uint64()))
		x.Lsh(x, uint(r.Intn(1200)))
		y := big.NewInt(int64(r.Uint64()|1))
		y.Lsh(y, uint(r.Intn(1200)))
		return new(big.Rat).SetFrac(x, y)
	}
	return big.NewRat(r.Int63()-r.Int63(), r.Int63()+1)
}

func try(name string, f func() any) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println(name, "PANIC", e)
		}
	}()
	fmt.Println(name, f())
}

func main() {
	const seed, n = 42, 40
	r = rand.New(rand.NewSource(seed))
	for i := 0; i < n; i++ {
		x, y := rrat(), rrat()
		z := new(big.Rat)
		fmt.Println("#", i, x, y)
		try("add", func() any { return z.Add(x, y) })
		try("sub", func() any { return z.Sub(x, y) })
		try("mul", func() any { return z.Mul(x, y) })
		try("quo", func() any { return z.Quo(x, y) })
		try("inv", func() any { return z.Inv(x) })
		try("neg", func() any { return []any{z.Neg(x).String(), z.Abs(x).String(), x.Sign(), x.Cmp(y), x.IsInt(), x.Num(), x.Denom()} })
		try("float", func() any { f, e := x.Float64(); g, h := x.Float32(); return []any{f, e, g, h} })
		p := r.Intn(30) - 1
		try("str", func() any { a, b := x.FloatPrec(); return []any{x.FloatString(p), x.RatString(), a, b} })
		g, _ := x.GobEncode()
		try("gob", func() any { z := new(big.Rat); e := z.GobDecode(g); return []any{g, z, e} })
		try("text", func() any { t, err := x.MarshalText(); z := new(big.Rat); e := z.UnmarshalText(t); return []any{string(t), err, z, e} })
		try("alias", func() any { a := new(big.Rat).Set(x); a.Add(a, a); a.Mul(a, a); a.Sub(a, y); a.Quo(a, x); return a })
		alphabet := "0123456789._eEpP+-/xXbBoOaf ~"
		var sb strings.Builder
		if r.Intn(3) == 0 {
			sb.WriteString([]string{"0x", "0b", "0o", "0", "-0X", "+0B", "-", "+", "0_", "0x_"}[r.Intn(10)])
		}
		lim := []int{10, 11, 12, 14, 16, 19, len(alphabet)}[r.Intn(7)]
		for k := r.Intn(9); k > 0; k-- {
			sb.WriteByte(alphabet[r.Intn(lim)])
		}
		if r.Intn(4) == 0 {
			sb.WriteString([]string{"e5", "E-3", "p4", "P-2", "/3", "/0x1", "e+", "e1_0", "/-3", "/0", ".5"}[r.Intn(11)])
		}
		str := sb.String()
		try(fmt.Sprintf("parse %q", str), func() any { v, ok := new(big.Rat).SetString(str); if ok && len(v.String()) > 500 { return len(v.String()) }; return []any{v, ok} })
		try(fmt.Sprintf("scan %q", str), func() any { v := new(big.Rat); n, e := fmt.Sscan(str, v);if e == nil && len(v.String()) > 500 { return len(v.String()) }; return []any{n, e} })
		try("fmt", func() any { return fmt.Sprintf("%v %s", x, y) })
	}
	f, e := big.NewRat(1, 3).Float64()
	fmt.Println(f, e)
	try("0", func() any { return big.NewRat(1, 0) })
	try("0", func() any { return new(big.Rat).SetFrac(big.NewInt(1), new(big.Int)) })
	fmt.Println(new(big.Rat).SetFloat64(math.NaN()), new(big.Rat).SetFloat64(math.Inf(1)), new(big.Rat).SetFloat64(5e-324).FloatString(20))
	fmt.Println(new(big.Rat).Denom(), new(big.Rat).UnmarshalText([]byte("x/y")), new(big.Rat).GobDecode([]byte{9}), new(big.Rat).GobDecode([]byte{9, 9, 9, 9, 9, 9}), new(big.Rat).GobDecode([]byte{2, 9, 9, 9, 9, 9}))
}
