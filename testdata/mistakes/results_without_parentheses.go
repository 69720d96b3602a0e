package main

import "fmt"

func f() int, error { return 1, nil }

func main() { fmt.Println() }
