package main

import "fmt"

type T struct implements fmt.Stringer {
}

func main() { fmt.Println() }
