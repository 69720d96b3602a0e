// Packages math and math/cmplx on random and special arguments, to the last bit.
package main

import (
	"fmt"
	"math"
	"math/cmplx"
	"math/rand"
	"strconv"
)

var r *rand.Rand

func rf() float64 {
	switch r.Intn(9) {
	case 0:
		sp := []float64{0, math.Copysign(0, -1), 1, -1, 0.5, -0.5, 2, math.Inf(1), math.Inf(-1), math.NaN(), math.MaxFloat64, 5e-324, -5e-324, 1e-310, math.Pi, math.Pi / 2, math.E, 1 << 29, 1 << 30, 1e300, 1e-300, 3, 10, 171, 0.1}
		return sp[r.Intn(len(sp))]
	case 1:
		return math.Float64frombits(r.Uint64())
	case 2:
		return float64(r.Intn(40) - 20)
	case 3:
		return r.NormFloat64() * 1e10
	case 4:
		return r.NormFloat64() * 1e-5
	}
	return r.NormFloat64() * math.Exp(float64(r.Intn(8)-2))
}

func b(f float64) string {
	if f != f {
		return "NaN"
	}
	return strconv.FormatUint(math.Float64bits(f), 16) + "=" + strconv.FormatFloat(f, 'g', -1, 64)
}

func main() {
	const seed, n = 7, 60
	r = rand.New(rand.NewSource(seed))
	fs := map[string]func(float64) float64{"Abs": math.Abs, "Acos": math.Acos, "Acosh": math.Acosh, "Asin": math.Asin, "Asinh": math.Asinh, "Atan": math.Atan, "Atanh": math.Atanh, "Cbrt": math.Cbrt, "Ceil": math.Ceil, "Cos": math.Cos, "Cosh": math.Cosh, "Erfcinv": math.Erfcinv, "Erfinv": math.Erfinv, "Exp": math.Exp, "Exp2": math.Exp2, "Expm1": math.Expm1, "Floor": math.Floor, "Gamma": math.Gamma, "Log": math.Log, "Log10": math.Log10, "Log1p": math.Log1p, "Log2": math.Log2, "Logb": math.Logb, "Round": math.Round, "RoundToEven": math.RoundToEven, "Sin": math.Sin, "Sinh": math.Sinh, "Sqrt": math.Sqrt, "Tan": math.Tan, "Tanh": math.Tanh, "Trunc": math.Trunc}
	names := []string{"Abs", "Acos", "Acosh", "Asin", "Asinh", "Atan", "Atanh", "Cbrt", "Ceil", "Cos", "Cosh", "Erfcinv", "Erfinv", "Exp", "Exp2", "Expm1", "Floor", "Gamma", "Log", "Log10", "Log1p", "Log2", "Logb", "Round", "RoundToEven", "Sin", "Sinh", "Sqrt", "Tan", "Tanh", "Trunc"}
	f2 := map[string]func(x, y float64) float64{"Atan2": math.Atan2, "Dim": math.Dim, "Hypot": math.Hypot, "Max": math.Max, "Min": math.Min, "Mod": math.Mod, "Nextafter": math.Nextafter, "Pow": math.Pow, "Remainder": math.Remainder}
	n2 := []string{"Atan2", "Dim", "Hypot", "Max", "Min", "Mod", "Nextafter", "Pow", "Remainder"}
	c1 := map[string]func(complex128) complex128{"Acos": cmplx.Acos, "Acosh": cmplx.Acosh, "Asin": cmplx.Asin, "Asinh": cmplx.Asinh, "Atan": cmplx.Atan, "Atanh": cmplx.Atanh, "Cos": cmplx.Cos, "Cosh": cmplx.Cosh, "Exp": cmplx.Exp, "Log": cmplx.Log, "Log10": cmplx.Log10, "Sin": cmplx.Sin, "Sinh": cmplx.Sinh, "Sqrt": cmplx.Sqrt, "Tanh": cmplx.Tanh}
	nc := []string{"Acos", "Acosh", "Asin", "Asinh", "Atan", "Atanh", "Cos", "Cosh", "Exp", "Log", "Log10", "Sin", "Sinh", "Sqrt", "Tanh"}
	for i := 0; i < n; i++ {
		x, y := rf(), rf()
		for _, k := range names {
			fmt.Println(k, b(x), b(fs[k](x)))
		}
		for _, k := range n2 {
			fmt.Println(k, b(x), b(y), b(f2[k](x, y)))
		}
		a, c := math.Frexp(x)
		d, e := math.Modf(x)
		fmt.Println("Frexp", b(x), b(a), c, b(d), b(e))
		k := r.Intn(10) - 3
		fmt.Println("FMA", b(x), b(y), b(math.FMA(x, y, 1)), b(math.Ldexp(x, k*100)), b(math.Pow10(k*20)))
		sn, cs := math.Sincos(x)
		fmt.Println("Sincos", b(x), b(sn), b(cs))
		z := complex(x, y)
		for _, k := range nc {
			w := c1[k](z)
			fmt.Println("C"+k, b(x), b(y), b(real(w)), b(imag(w)))
		}
		w := cmplx.Pow(z, complex(rf(), rf()))
		fmt.Println("CPow", b(x), b(y), b(real(w)), b(imag(w)), b(cmplx.Abs(z)), b(cmplx.Phase(z)))
	}
}
