package main

import "fmt"

type Color int

const (
	Red Color = iota
	Green
	Blue
)

var next = iota

func paint(c Color) { fmt.Println(c) }

func main() {
	n := 1
	paint(n)
	var c Color = n
	paint("red")
	fmt.Println(c == n, Purple)
}
