package p

import "fmt"
import (
	m "math"
	. "os"
	_ "embed"
)

const A = 1
const (
	B, C = iota, "s"
	D, E
	F float64 = 2
	G
	H, I = B, C
)

var x, y int
var (
	z    = f()
	a, b = 1, 2
	c    string
)

type (
	T struct{}
	U = T
)

func f() int
func g(int, string)                        {}
func h(a, b int, c ...string) (n int, err error) { return }
func (T) m()                               {}
func (t *T) n() (<-chan int)               { return nil }

func local() {
	const (
		k = iota
		l
	)
	var v int
	type W int
	var ()
}
