package main

import "fmt"

type T {
	a int
}

func main() { fmt.Println() }
