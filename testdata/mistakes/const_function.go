package main

import (
	"fmt"
	"math"
)

const root = math.Sqrt(2)
const list = []int{1, 2}
const now

func main() {
	n := 3
	var a [n]int
	fmt.Println(root, list, now, a)
}
