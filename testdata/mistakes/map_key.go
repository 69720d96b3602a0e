package main

import "fmt"

type Point struct{ coords []int }

func main() {
	m := map[[]int]string{}
	n := map[Point]int{}
	ages := map[string]int{"a": 1}
	fmt.Println(ages[0], m, n)
	ages[1] = 2
}
