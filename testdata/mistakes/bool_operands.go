package main

import "fmt"

func main() {
	a, n := true, 3
	fmt.Println(a & a, n && a, !n, a + a, -a, ~n)
	if 1 < n < 5 {
		fmt.Println("between")
	}
	fmt.Println(n ** 2, "a" * 3, 5 % 2.0)
}
