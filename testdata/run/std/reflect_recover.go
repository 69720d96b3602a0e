package main

import (
	"fmt"
	"reflect"
)

type T9 int

func (t T9) M()  { fmt.Println("T9.M", t, recover()) }
func (t *T9) P() { fmt.Println("T9.P", *t, recover()) }

type I interface{ M() }

func f() { fmt.Println("f", recover()) }

func try(name string, g func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "not recovered:", r)
		} else {
			fmt.Println(name, "ok")
		}
	}()
	g()
}

func main() {
	try("func", func() {
		defer reflect.ValueOf(f).Call(nil)
		panic(1)
	})
	try("method", func() {
		defer reflect.ValueOf(T9(1)).Method(0).Call(nil)
		panic(2)
	})
	try("iface", func() {
		var i I = T9(3)
		defer reflect.ValueOf(&i).Elem().Method(0).Call(nil)
		panic(3)
	})
	try("method value", func() {
		defer reflect.ValueOf(T9(1)).Method(0).Interface().(func())()
		panic(4)
	})
	try("ptr method value", func() {
		t := T9(8)
		defer reflect.ValueOf(&t).MethodByName("P").Interface().(func())()
		panic(5)
	})
	try("makefunc", func() {
		defer reflect.MakeFunc(reflect.TypeOf(f), func([]reflect.Value) []reflect.Value {
			fmt.Println("makefunc", recover())
			return nil
		}).Interface().(func())()
		panic(6)
	})
	try("closure", func() {
		defer func() { reflect.ValueOf(f).Call(nil) }()
		panic(7)
	})
	try("through", func() {
		reflect.ValueOf(func() {
			defer func() { fmt.Println("inner", recover()); panic("again") }()
			var m map[string]int
			m["x"] = 1
		}).Call(nil)
	})
	try("results", func() {
		out := reflect.ValueOf(func() (s string, n int) {
			defer func() { recover(); n = 5 }()
			s = "set"
			panic(0)
		}).Call(nil)
		fmt.Println(out[0], out[1])
	})
}
