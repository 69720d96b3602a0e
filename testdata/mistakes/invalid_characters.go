package main

import "fmt"

func main() {
	fmt.Println(“hello”)
	x := 5 # comment
	$name := 3
	y := x @ 2
}
