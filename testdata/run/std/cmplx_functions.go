package main

import (
	"fmt"
	"math"
	"math/cmplx"
)

func main() {
	z := 3 + 4i
	fmt.Println(cmplx.Abs(z), cmplx.Conj(z), cmplx.Sqrt(-1), cmplx.Sqrt(z))
	fmt.Printf("%.4f %.4f %.4f\n", cmplx.Phase(z), cmplx.Exp(1i*math.Pi), cmplx.Pow(z, 2))
	fmt.Printf("%.4f %.4f %.4f %.4f\n", cmplx.Sin(z), cmplx.Cos(z), cmplx.Tan(z), cmplx.Log(z))
	fmt.Printf("%.4f %.4f %.4f\n", cmplx.Asin(z), cmplx.Atanh(z), cmplx.Rect(2, math.Pi/6))
	fmt.Println(cmplx.IsNaN(cmplx.NaN()), cmplx.IsInf(cmplx.Inf()), cmplx.Pow(0, 0))
}
