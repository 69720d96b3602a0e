package main

import (
	"fmt"
	"math/rand"
)

func main() {
	rand.Seed(1)
	fmt.Println(rand.Intn(100), rand.Intn(100), rand.Int63(), rand.Float64(), rand.Perm(5))
	for _, n := range []int{1, 2, 7, 1 << 20, 1<<31 - 1, 1 << 40} {
		fmt.Print(rand.Intn(n), " ")
	}
	fmt.Println()
}
