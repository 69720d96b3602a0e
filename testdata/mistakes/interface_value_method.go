package main

import "fmt"

type Animal interface{ Sound() string }

type Dog struct{}

func (d Dog) Sound() string { return "woof" }
func (d Dog) Fetch()        {}

func main() {
	var a Animal = Dog{}
	a.Fetch()
	animals := []Animal{Dog{}, "cat"}
	var d Dog = a
	fmt.Println(animals, d)
}
