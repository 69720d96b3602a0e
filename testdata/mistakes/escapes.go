package main

import "fmt"

func main() {
	path := "C:\Users\name"
	fmt.Println(path, '', '\d', "\x1")
}
