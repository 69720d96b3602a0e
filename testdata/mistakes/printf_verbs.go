package main

import "fmt"

func main() {
	name := "Ann"
	fmt.Printf("hello %s\n" name)
	fmt.Println("hello ${name}")
}
