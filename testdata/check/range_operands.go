package main

type T struct{}

func two(yield func(int, string) bool) {}

func bad(yield func(int)) {}

func main() {
	for i, j := range 10 {
	}
	for range 1.5 {
	}
	for i := range "abc" {
	}
	for a, b, c := range two {
	}
	for x := range bad {
	}
	for x := range (T{}) {
	}
	var c chan<- int
	for range c {
	}
	var i8 int8
	for i8 = range 1000 {
	}
	for k, v := range make(chan int) {
	}
	var p *[]int
	for range p {
	}
}
