package main

import (
	"fmt"
	"math"
)

func main() {
	inf, nan, zero := math.Inf(1), math.NaN(), math.Copysign(0, -1)
	for _, x := range []float64{0, zero, 0.5, -0.5, 1.5, 2.5, -2.5, 1e10 + 0.5, inf, -inf, nan} {
		fmt.Println(math.Floor(x), math.Ceil(x), math.Trunc(x), math.Round(x), math.RoundToEven(x), math.Abs(x), math.Signbit(x), math.IsInf(x, 0), math.IsNaN(x))
		i, f := math.Modf(x)
		frac, exp := math.Frexp(x)
		fmt.Println(i, f, frac, exp, math.Sqrt(x), math.Float64bits(x))
	}
	fmt.Println(math.Max(nan, inf), math.Max(zero, 0), math.Min(0, zero), math.Min(nan, 1), math.Dim(3, 5), math.Dim(5, 3))
	fmt.Println(math.Mod(7, -3), math.Mod(-7, 3), math.Remainder(7, 4), math.Hypot(3, 4), math.Hypot(inf, nan), math.Ldexp(0.75, 4), math.Ilogb(10), math.Logb(0))
	fmt.Println(math.Pow(2, 10), math.Pow(2, -1), math.Pow(-8, 1.0/3), math.Pow(0, -1), math.Pow(nan, 0), math.Pow(-1, inf), math.Pow10(-5), math.Cbrt(27), math.Exp2(10))
	fmt.Println(math.Log2(8), math.Log10(1000), math.Log(1), math.Log(-1), math.Log(0), math.Exp(0), math.Exp(1000), math.Exp(-1000))
	fmt.Println(math.Sin(0), math.Cos(0), math.Tan(0), math.Asin(2), math.Atan2(1, -1) == 3*math.Pi/4, math.Atan2(zero, -1), math.Sinh(0), math.Tanh(inf))
	fmt.Println(math.Nextafter(1, 2), math.Nextafter32(1, 0), math.FMA(2, 3, 4), math.Gamma(5), math.Copysign(3, -1))
	fmt.Println(math.MaxInt64, uint64(math.MaxUint64), math.MaxFloat64, math.SmallestNonzeroFloat64, math.MaxInt8, math.Pi, float32(math.E))
	fmt.Printf("%.6f %.6f %.6f %.6f %.6f %.6f\n", math.Sin(1), math.Cos(1), math.Exp(1.5), math.Log(10), math.Pow(2, 0.5), math.Atan(1))
	fmt.Printf("%.6f %.6f %.6f %.6f %.6f\n", math.Erf(0.5), math.J0(1), math.Y1(2), math.Log1p(0.1), math.Expm1(0.1))
}
