package main

import (
	"fmt"
)

type Base struct{ name string }

type Dog struct{ *Base }

func main() {
	var d Dog
	fmt.Println(d.name)
}
