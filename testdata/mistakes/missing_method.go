package main

import "fmt"

type Shape interface {
	Area() float64
	Perimeter() float64
}

type Square struct{ side float64 }

func (s Square) Area() float64 { return s.side * s.side }

type Circle struct{ r float64 }

func (c Circle) Area() int        { return int(c.r) }
func (c Circle) Perimeter() float64 { return c.r }

func show(s Shape) { fmt.Println(s.Area()) }

func main() {
	show(Square{2})
	var s Shape = Circle{1}
	show(s)
}
