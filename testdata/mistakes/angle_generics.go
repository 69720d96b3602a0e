package main

import "fmt"

func f<T>(x T) T { return x }

func main() { fmt.Println() }
