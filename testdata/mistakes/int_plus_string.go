package main

import "fmt"

func main() {
	age := 42
	fmt.Println("age: " + age)
	label := "n" + 1
	fmt.Println(label)
}
