package main

import (
	"errors"
	"strings"
)

type A struct{ A }
type B struct{ c C }
type C struct{ b B }
type D [2]D
type F func(F)
type G = G
type H = []H
type I1 interface{ I1 }
type S struct {
	a int
	a string
}
type M struct{ m int }

func (M) m()  {}
func (M) x()  {}
func (*M) x() {}
func (int) y() {}
func (undefinedT) z() {}
func (*I2) w() {}

type I2 interface {
	a()
	a()
}
type I3 interface {
	int
}

var v I3
var a, b = 1
var c, d int = 1, 2, 3
const k = f()
const k2 int = "a"
const k3 []int = nil
const (
	l1 = iota
	l2, l3
)

var x1 = x2
var x2 = x3()

func x3() int { return x1 }

var y1 = y1

func dup() {}
func dup() {}
func init() int { return 1 }
func main(x int) {}

var init = 1
var strings = 1

type P *int

func (P) foo() {}

func params(a int, a string) (a int) { return }

func noreturn() int {
}

func retmany() (int, string) {
	return 1
}
func loop() int {
	for {
	}
}
func loop2() int {
	for {
		break
	}
}
func sw(x int) int {
	switch x {
	case 1:
		return 1
	default:
		panic("x")
	}
}
func body() {
	var unused int
	x, y := 1, 2
	x = 3
	const c = 1
	type local struct{ local }
	var q [n]int
	var r [-1]int
	var s ["a"]int
	var t [1.5]int
	var n int
	var u [n]int
	switch 1 {
	case 1, 1:
		fallthrough
	case "a":
	}
	var i interface{}
	switch z := i.(type) {
	case int, int:
	case string:
	}
	switch i := 5; i.(type) {
	}
	select {
	case 1:
	case x := 5:
	}
	for i := range 3.5 {
	}
	for i, j := range 10 {
	}
	for range nil {
	}
	for a, b, c := range []int{} {
	}
	x, y := 3, 4
	if x := 1; x == 1 {
		var x int
	}
	func() {
		var inner int
	}()
	return 1
}
