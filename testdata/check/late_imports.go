package main

x := 1

import "fmt"

func main() { fmt.Println(x) }
