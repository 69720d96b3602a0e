package main

import (
	"fmt"
	"sort"
)

type named map[string]int

func try(x any) {
	defer func() { fmt.Println(recover()) }()
	sort.Slice(x, func(i, j int) bool { return false })
}

func main() {
	try(5)
	try(named{})
	try([3]int{})
	try(nil)
	try([]int(nil))
}
