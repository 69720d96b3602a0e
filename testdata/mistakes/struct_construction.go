package main

import "fmt"

type Point struct{ X, Y int }

func main() {
	p := Point{1, 2, 3}
	q := Point(1, 2)
	r := Point
	s := Point{x: 1}
	t := &Point
	fmt.Println(p, q, r, s, t, p.x, Point.X)
	p.Z = 3
	p = nil
	Point.X = 1
}
