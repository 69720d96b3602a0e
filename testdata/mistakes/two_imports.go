package main

import "fmt"

import "os" "io"

func main() { fmt.Println() }
