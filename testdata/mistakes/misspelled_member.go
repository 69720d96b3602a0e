package main

import (
	"fmt"
	"strings"
)

func main() {
	fmt.Printn(strings.Upper("x"))
	fmt.println("x")
}
