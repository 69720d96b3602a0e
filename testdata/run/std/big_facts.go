// Classic uses of package math/big, and its panics.
package main

import (
	"fmt"
	"math"
	"math/big"
)

func recovered(f func()) (e any) {
	defer func() { e = recover() }()
	f()
	return "no panic"
}

func factorial(n int64) *big.Int {
	r := big.NewInt(1)
	for i := int64(2); i <= n; i++ {
		r.Mul(r, big.NewInt(i))
	}
	return r
}

func fibonacci(n int) *big.Int {
	a, b := big.NewInt(0), big.NewInt(1)
	for range n {
		a.Add(a, b)
		a, b = b, a
	}
	return a
}

// pi computes digits by the spigot algorithm.
func pi(n int) string {
	var out []byte
	q, r, t := big.NewInt(1), big.NewInt(0), big.NewInt(1)
	k := int64(0)
	u, v, w := new(big.Int), new(big.Int), new(big.Int)
	for len(out) < n {
		k++
		l := big.NewInt(2*k + 1)
		u.Lsh(q, 1)
		u.Add(u, r)
		r.Mul(u, l)
		t.Mul(t, l)
		q.Mul(q, big.NewInt(k))
		if q.Cmp(r) > 0 {
			continue
		}
		u.Mul(q, big.NewInt(3))
		u.Add(u, r)
		v.DivMod(u, t, w)
		w.Add(w, q)
		if w.Cmp(t) >= 0 {
			continue
		}
		out = append(out, byte('0'+v.Int64()))
		u.Mul(v, t)
		r.Sub(r, u)
		r.Mul(r, big.NewInt(10))
		q.Mul(q, big.NewInt(10))
	}
	return string(out)
}

func main() {
	fmt.Println(factorial(100))
	fmt.Println(fibonacci(1000))
	fmt.Println(pi(200))
	s := factorial(3000).String()
	back, ok := new(big.Int).SetString(s, 10)
	fmt.Println(len(s), ok, back.Cmp(factorial(3000)), back.BitLen())
	p := new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 521), big.NewInt(1))
	fmt.Println(p.ProbablyPrime(20), new(big.Int).Add(p, big.NewInt(2)).ProbablyPrime(20))
	huge := new(big.Int).Exp(big.NewInt(3), big.NewInt(100000), nil)
	h := huge.String()
	fmt.Println(len(h), h[:20], h[len(h)-20:])
	root := new(big.Int).Sqrt(huge)
	fmt.Println(root.BitLen(), new(big.Int).Mul(root, root).Cmp(huge))
	q, r := new(big.Int).QuoRem(huge, factorial(200), new(big.Int))
	fmt.Println(q.BitLen(), r.BitLen(), q.Add(q.Mul(q, factorial(200)), r).Cmp(huge))

	var nilInt *big.Int
	fmt.Println(nilInt, nilInt.String(), nilInt.Text(2))
	fmt.Printf("%d %s %x %v\n", nilInt, nilInt, nilInt, []*big.Int{big.NewInt(1), big.NewInt(-2)})
	type account struct {
		Name    string
		Balance *big.Int
		Rate    *big.Rat
	}
	fmt.Printf("%v %+v\n", account{"a", big.NewInt(5), big.NewRat(3, 6)}.Balance, account{"a", big.NewInt(5), big.NewRat(3, 6)}.Rate)
	j, err := nilInt.MarshalJSON()
	fmt.Println(string(j), err)
	var x big.Int
	fmt.Println(x.UnmarshalJSON([]byte("null")), x.UnmarshalJSON([]byte("-12")), &x)
	fmt.Println(x.UnmarshalJSON([]byte(`"1"`)))
	fmt.Println(x.UnmarshalText([]byte("0x1F")), x.String(), x.UnmarshalText([]byte("")), x.UnmarshalText([]byte("1 ")))
	fmt.Println(x.Bits(), new(big.Int).Bits() == nil, x.SetBits([]big.Word{1, 2, 0, 0}), len(x.Bits()))
	b := new(big.Int)
	fmt.Println(b.SetBytes([]byte{0, 0, 1, 2}), b.Bytes(), b.FillBytes(make([]byte, 5)), new(big.Int).Bytes())
	for _, i := range []int64{math.MinInt64, math.MaxInt64, -1, 0} {
		v := big.NewInt(i)
		fmt.Println(v, v.IsInt64(), v.IsUint64(), v.Int64(), v.Uint64(), new(big.Int).Sub(v, big.NewInt(1)).IsInt64())
	}
	fmt.Println(big.MaxBase, big.Below, big.Exact, big.Above, big.Accuracy(5))

	fmt.Println(recovered(func() { b.Quo(b, new(big.Int)) }))
	fmt.Println(recovered(func() { b.Mod(b, new(big.Int)) }))
	fmt.Println(recovered(func() { b.DivMod(b, new(big.Int), new(big.Int)) }))
	fmt.Println(recovered(func() { b.Sqrt(big.NewInt(-1)) }))
	fmt.Println(recovered(func() { b.Text(63) }))
	fmt.Println(recovered(func() { b.Text(1) }))
	fmt.Println(recovered(func() { b.Bit(-1) }))
	fmt.Println(recovered(func() { b.SetBit(b, -1, 1) }))
	fmt.Println(recovered(func() { b.SetBit(b, 1, 2) }))
	fmt.Println(recovered(func() { b.ProbablyPrime(-1) }))
	fmt.Println(recovered(func() { big.Jacobi(b, big.NewInt(4)) }))
	fmt.Println(recovered(func() { b.FillBytes(nil) }))
	fmt.Println(recovered(func() { big.NewRat(1, 0) }))
	fmt.Println(recovered(func() { new(big.Rat).Inv(new(big.Rat)) }))
	fmt.Println(recovered(func() { new(big.Rat).Quo(big.NewRat(1, 2), new(big.Rat)) }))
	fmt.Println(recovered(func() { nilInt.Add(b, b) }))

	var e, term big.Rat
	e.SetInt64(1)
	term.SetInt64(1)
	for i := int64(1); i < 40; i++ {
		term.Quo(&term, new(big.Rat).SetInt64(i))
		e.Add(&e, &term)
	}
	fmt.Println(e.FloatString(45))
	var harmonic big.Rat
	for i := int64(1); i <= 30; i++ {
		harmonic.Add(&harmonic, big.NewRat(1, i))
	}
	fmt.Println(&harmonic, harmonic.FloatString(10))
	var i1, i2 big.Int
	n, err := fmt.Sscan("  123 -0x10", &i1, &i2)
	fmt.Println(n, err, &i1, &i2)
}
