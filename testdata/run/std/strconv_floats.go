package main

import (
	"fmt"
	"math"
	"strconv"
)

func main() {
	values := []float64{0, math.Copysign(0, -1), 1, -1.5, 0.1, 1e21, 1e20, 123456789, 1e-7, 5e-324, math.MaxFloat64, math.Pi, 100, 2.5, 0.000001234, math.Inf(1), math.Inf(-1), math.NaN()}
	for _, f := range values {
		for _, format := range "eEfgGbxX" {
			fmt.Print(strconv.FormatFloat(f, byte(format), -1, 64), " ")
		}
		for prec := range 4 {
			fmt.Print(strconv.FormatFloat(f, 'e', prec, 64), " ", strconv.FormatFloat(f, 'f', prec, 64), " ", strconv.FormatFloat(f, 'g', prec, 64), " ", strconv.FormatFloat(f, 'x', prec, 64), " ")
		}
		fmt.Println(strconv.FormatFloat(f, 'g', -1, 32), strconv.FormatFloat(f, 'q', -1, 64))
	}
	for _, s := range []string{"1", "1.", ".5", "-1e3", "1e400", "-1e400", "1e-400", "inf", "-Infinity", "nan", "+NaN", "0x1p-2", "0x1.8p3", "0x1", "1_0.5", "0x_1p0", "", "e5", "1e", "1.7976931348623159e308", "179769313486231580793728971405301e276", "2.2250738585072011e-308"} {
		f, err := strconv.ParseFloat(s, 64)
		g, err32 := strconv.ParseFloat(s, 32)
		fmt.Println(f, err, g, err32)
	}
	c, err := strconv.ParseComplex("(1.5-2i)", 128)
	fmt.Println(c, err, strconv.FormatComplex(c, 'f', 1, 128))
}
