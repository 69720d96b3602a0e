package main

import "fmt"

type big struct{ a [100000]int }


func main() {
	var m [1000][1000]int
	for i := range m {
		for j := range m[i] {
			m[i][j] = i ^ j
		}
	}
	s := 0
	for i := 0; i < 1000; i++ {
		s += m[i][999-i]
	}
	fmt.Println(s)
	x := [3000]int{1: 5}
	y := x
	y[1]++
	fmt.Println(x[1], y[1], x == y)
	p := &big{}
	p.a[3] = 4
	q := *p
	fmt.Println(q.a[3])
}
