// Logical operators with one constant operand: the result is no constant.
package main

import "fmt"

const (
	debug = false
	on    = true
)

func id[T any](x T) T { return x }

func main() {
	q := id("s")
	n := id(3)
	fmt.Println(debug || q >= q, on && q < q, debug || n > 2, on && n > 2, n > 2 || debug, n > 2 && on)
	fmt.Println((false && true) || q == q, !(debug || n == 3), on && (debug || n != 3))
	if debug || n == 3 {
		fmt.Println("taken")
	}
	if on && n == 4 {
		fmt.Println("not taken")
	}
	for i := 0; debug || i < 2; i++ {
		fmt.Print(i, " ")
	}
	fmt.Println()
	var b bool = debug || n == 3
	type flag bool
	var f flag = debug || n == 3
	x := []bool{debug || n == 3, on && n == 3}
	switch debug || n == 3 {
	case true:
		fmt.Println("true", b, f, x)
	}
	fmt.Println(on == (n == 3), debug != (n == 3), any(debug || n == 3))
}
