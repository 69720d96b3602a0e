package main

import (
	"fmt"
)

type Shape interface{ Area() float64 }

type Square struct{ side float64 }

func (s *Square) Area() float64 { return s.side * s.side }

func main() {
	var sq *Square
	var sh Shape = sq
	if sh != nil {
		fmt.Println(sh.Area())
	}
}
