package main

func f() int { return 1 }

func main() {
	0x
	0x1.0
	'ab'
	"abc
}
