package main

import "fmt"

func f() throws error { }

func main() { fmt.Println() }
