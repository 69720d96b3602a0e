package main

import (
	"fmt"
	"reflect"
)

func try(x, y any) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println(e)
		}
	}()
	fmt.Println(reflect.ValueOf(x).Comparable(), reflect.ValueOf(x).Equal(reflect.ValueOf(y)))
}

type S struct{ f []int }
type M struct {
	a int
	m map[int]int
}

func main() {
	try([0]func(){}, [0]func(){})
	try([0][]int{}, [0][]int{})
	try([1]any{[]int{}}, [1]any{[]int{}})
	try([2][]int{}, [2][]int{})
	try(S{}, S{})
	try(struct{ a [0]func() }{}, struct{ a [0]func() }{})
	try(M{1, nil}, M{2, nil})
	try(M{1, nil}, M{1, nil})
	try([]int{}, 1)
	try(func() {}, func() {})
	try([1]any{1}, [1]any{1})
}
