package main

import (
	"fmt"
	"reflect"
)

func main() {
	// Types of functions made at run time, with windows of every size around the limits.
	for _, n := range []int{0, 1, 30, 31, 32, 61, 62, 63, 64, 65, 100, 500, 2048, 2049, 5000} {
		arr := reflect.ArrayOf(n, reflect.TypeFor[int]())
		t := reflect.FuncOf([]reflect.Type{arr, reflect.TypeFor[int8]()}, []reflect.Type{reflect.TypeFor[bool](), arr}, false)
		f := reflect.MakeFunc(t, func(in []reflect.Value) []reflect.Value {
			out := reflect.New(arr).Elem()
			out.Set(in[0])
			if n > 0 {
				out.Index(n - 1).SetInt(in[1].Int())
			}
			return []reflect.Value{reflect.ValueOf(in[1].Int() < 0), out}
		})
		v := reflect.New(arr).Elem()
		out := f.Call([]reflect.Value{v, reflect.ValueOf(int8(-n % 100))})
		fmt.Print(n, " ", out[0], " ", out[1].Len())
		if n > 0 {
			fmt.Print(" ", out[1].Index(n-1), v.Index(n-1))
		}
		fmt.Println()
	}
	type big [70]int
	id := reflect.MakeFunc(reflect.TypeFor[func(big, string) (string, big)](), func(in []reflect.Value) []reflect.Value { return []reflect.Value{in[1], in[0]} }).Interface().(func(big, string) (string, big))
	s, b := id(big{69: 5}, "x")
	fmt.Println(s, b[69])
}
