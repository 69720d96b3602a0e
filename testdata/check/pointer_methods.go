package main

import (
	"fmt"
	"io"
	"sort"
)

type T struct{}

func (t *T) Write(p []byte) (int, error) { return 0, nil }

func (t T) Read(p []byte) int { return 0 }

func (t T) len() int { return 0 }

type L interface{ Len() int }

func main() {
	var w io.Writer = T{}
	var r io.Reader = T{}
	var l L = T{}
	var s sort.Interface = []int{}
	var f fmt.Stringer = &w
	T{}.Write(nil)
	_ = w.(T)
	_ = r.(*T)
	_ = f.(*T)
	_, _ = l, s
}
