// The iterators over fields, methods, parameters and results.
package main

import (
	"fmt"
	"reflect"
)

type S struct {
	A int `t:"a"`
	B string
	c bool
}

func (S) One() int              { return 1 }
func (s S) Two(x string) string { return s.B + x }
func (*S) Three()               {}

type I interface {
	M(int) string
	n()
}

func try(f func()) {
	defer func() { fmt.Println("panic:", recover()) }()
	f()
}

func main() {
	s := S{1, "b", true}
	for f := range reflect.TypeOf(s).Fields() {
		fmt.Println(f.Name, f.Type, f.Tag, f.Index)
	}
	for f, v := range reflect.ValueOf(&s).Elem().Fields() {
		if v.CanSet() && v.Kind() == reflect.Int {
			v.SetInt(5)
		}
		fmt.Println(f.Name, v, v.CanSet())
	}
	for m := range reflect.TypeOf(&s).Methods() {
		fmt.Println(m.Name, m.Type, m.Index)
	}
	for m, v := range reflect.ValueOf(s).Methods() {
		fmt.Println(m.Name, m.Type, v.Type())
		if m.Name == "Two" {
			fmt.Println(v.Call([]reflect.Value{reflect.ValueOf("x")})[0])
			break
		}
	}
	for m := range reflect.TypeFor[I]().Methods() {
		fmt.Println(m.Name, m.Type, m.PkgPath)
	}
	f := reflect.TypeOf(func(int, ...string) (error, bool) { return nil, false })
	for t := range f.Ins() {
		fmt.Print(t, " ")
	}
	for t := range f.Outs() {
		fmt.Print(t, " ")
	}
	fmt.Println()
	try(func() { reflect.TypeOf(1).Fields() })
	try(func() {
		for range reflect.TypeOf(1).Fields() {
		}
	})
	try(func() {
		for range reflect.TypeOf(1).Ins() {
		}
	})
	try(func() {
		for range reflect.TypeOf(1).Outs() {
		}
	})
	try(func() {
		for range reflect.ValueOf(1).Fields() {
		}
	})
	try(func() {
		for range reflect.ValueOf(1).Methods() {
		}
	})
	try(func() {
		for range (reflect.Value{}).Methods() {
		}
	})
	try(func() {
		for range (reflect.Value{}).Fields() {
		}
	})
	try(func() {
		for range reflect.Zero(reflect.TypeFor[I]()).Methods() {
		}
	})
}
