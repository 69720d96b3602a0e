package main

import (
	"fmt"
	"string"
	"github.com/acme/rockets"
)

func main() {
	fmt.Println(string.Upper("a"), rockets.Launch())
}
