package main

import "fmt"

type Person struct {
	name string
	age  int
	name string
}

func (p Person) Greet() {}
func (p Person) Greet() {}
func (p Person) age()   {}

func add(a int, a int) int { return a }

func main() {
	fmt.Println(Person{}, add(1, 2))
}
