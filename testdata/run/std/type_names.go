package main

import (
	"container/list"
	"fmt"
	"math/rand"
	"os"
)

type G[T any] struct{ X T }

func main() {
	fmt.Printf("%T %T %T\n", map[string]*rand.Rand{}, [3]*list.List{}, G[*list.Element]{})
	fmt.Printf("%T %T %T\n", G[map[string]os.FileMode]{}, []G[rand.Source]{}, map[string]func(*list.List) []rand.Source{})
	fmt.Printf("%T %T\n", G[interface{ m(list.List) }]{}, G[struct {
		list.List
		y int
		Z G[os.File]
	}]{})
}
