package main

import "fmt"

func main() {
	print "hello"
	fmt.Println("x")
}
