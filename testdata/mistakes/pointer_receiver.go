package main

import "fmt"

type Speaker interface{ Speak() }

type Cat struct{ lives int }

func (c *Cat) Speak() { c.lives--; fmt.Println("meow") }

func main() {
	var s Speaker = Cat{9}
	s.Speak()
	cats := []Speaker{Cat{1}, &Cat{2}}
	fmt.Println(cats)
	Cat{3}.Speak()
}
