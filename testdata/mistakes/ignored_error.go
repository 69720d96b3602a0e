package main

import (
	"fmt"
	"strconv"
)

func main() {
	n := strconv.Atoi("42")
	a, b, c := strconv.Atoi("42")
	fmt.Println(n+1, a, b, c)
	fmt.Println(strconv.Atoi("1") + 1)
}
