// Bessel functions, Lgamma and Erfc: signs, special cases, and all but the last digits.
package main

import (
	"fmt"
	"math"
)

func main() {
	for _, x := range []float64{0, math.Copysign(0, -1), 5e-324, -5e-324, 1e-310, 1e-300, -1e-300, 1e-10, -1e-10, 0.3, -0.3, 1, -1, 2.5, 7, -7, 30, 1e10, math.Inf(1), math.Inf(-1), math.NaN()} {
		fmt.Printf("%g: %.12g %.12g %.12g %.12g\n", x, math.J0(x), math.J1(x), math.Y0(x), math.Y1(x))
		for n := -3; n <= 3; n++ {
			fmt.Printf("%.11g %.11g ", math.Jn(n, x), math.Yn(n, x))
		}
		l, s := math.Lgamma(x)
		fmt.Printf("\n%.12g %d %.13g %.13g\n", l, s, math.Erf(x), math.Erfc(x))
	}
}
