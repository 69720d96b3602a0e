package main

import "fmt"

type Animal interface{ Name() string }

type Cow struct{}

func (Cow) Name() string { return "cow" }

func show(a *Animal) {
	fmt.Println(a.Name())
}

func main() {
	show(Cow{})
}
