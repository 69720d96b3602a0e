package main

import (
	"fmt"
	"io"
)

type Dog struct{}

func main() {
	x := 3
	s := x.(string)
	var r io.Reader
	d := r.(Dog)
	var v any = 5
	var n int = v
	fmt.Println(s, d, n, v+1)
	switch x.(type) {
	}
}
