package main

import (
	"fmt"
	"strconv"
)

func main() {
	for _, f := range []float64{1374169269296993.25, -1037683649598047.5, 0.54264068603515625, 4503599627370497.5, 5e-324, 0.3, 1.0 / 3, 2251799813685249.75, 1.0 / 4096, 1.0 / (1 << 24)} {
		fmt.Println(f, strconv.FormatFloat(f, 'g', -1, 64), strconv.FormatFloat(f, 'f', -1, 64), float32(f))
	}
}
