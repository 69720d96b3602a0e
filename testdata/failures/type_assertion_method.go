package main

import "fmt"

type Dog struct{}

func main() {
	var animal any = Dog{}
	fmt.Println(animal.(fmt.Stringer).String())
}
