package main

import (
	"fmt"
	"m/a"
	"m/b"
)

type Both struct {
	a.T
	b.T2
	x string
}

type Deep struct { *Both }

func (Both) m() string { return "main.m" }

func main() {
	v := Both{a.New(1), b.New(2.5), "own"}
	fmt.Println(v.x, a.X(v.T), b.X(v.T2), v.m(), a.M(v), b.M(v))
	fmt.Printf("%+v %v\n", v, Deep{&v}.x)
	var i any = v
	_, ok1 := i.(interface{ m() string })
	fmt.Println(ok1, a.Is(i), b.Is(i), a.Is(v.T))
	m := map[any]int{a.Key(1): 1, b.Key(1): 2}
	fmt.Println(len(m), m[a.Key(1)], m[b.Key(1)], a.Key(1) == b.Key(1))
	fmt.Println(a.Gen[int]() == b.Gen[int](), a.Typ(1), b.Typ(1), a.List[int]{1} , b.Use(a.List[int]{1, 2}))
	fmt.Println(a.Alias(3) == b.Alias(3), fmt.Sprintf("%T", b.Alias(3)))
}
