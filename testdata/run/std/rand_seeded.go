package main

import (
	"fmt"
	"math/rand"
	randv2 "math/rand/v2"
)

func main() {
	r := rand.New(rand.NewSource(42))
	for range 5 {
		fmt.Print(r.Intn(100), " ", r.Int63(), " ", r.Float64(), " ", r.Uint32(), " ")
	}
	fmt.Println(r.Perm(8))
	r.Seed(7)
	fmt.Printf("%.6f %.6f\n", r.NormFloat64(), r.ExpFloat64())
	s := []int{1, 2, 3, 4, 5, 6}
	r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
	fmt.Println(s)
	p := make([]byte, 5)
	r.Read(p)
	fmt.Println(p)

	g := randv2.New(randv2.NewPCG(1, 2))
	fmt.Println(g.Uint64(), g.IntN(100), g.Int32N(50), g.Float64(), g.Perm(6))
	c := randv2.New(randv2.NewChaCha8([32]byte([]byte("chacha8: 32-byte seed for a test"))))
	sum := uint64(0)
	for range 1000 {
		sum ^= c.Uint64()
	}
	fmt.Println(sum, c.Uint32(), c.Int64())
	ok := true
	for range 1000 {
		n := rand.Intn(10)
		f := randv2.Float64()
		d := randv2.N(int64(3))
		ok = ok && n >= 0 && n < 10 && f >= 0 && f < 1 && d >= 0 && d < 3
	}
	fmt.Println(ok)
	defer func() { fmt.Println("panic:", recover()) }()
	rand.Intn(0)
}
