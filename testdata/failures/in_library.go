package main

import (
	"fmt"
	"strings"
)

func main() {
	width := -3
	fmt.Println(strings.Repeat("=", width))
}
