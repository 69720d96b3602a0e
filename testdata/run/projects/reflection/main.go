package main

import (
	"fmt"
	"reflect"

	"example.org/proj/a"
	bb "example.org/proj/a/b"
)

type T struct{ x, Y int }

func main() {
	for _, x := range []any{a.T{}, bb.T{}, bb.Alias{}, &bb.Emb{}, a.Impl{}, a.G[string, bb.T]{}, &a.G[a.T2, []a.T]{}, a.New(), bb.New(), a.Local(), struct{ x, Y int }{}, (*a.Hidden)(nil), T{}, map[a.T2]bb.T{}} {
		t := reflect.TypeOf(x)
		fmt.Println(t, t.Name(), t.PkgPath())
		if t.Kind() == reflect.Pointer {
			t = t.Elem()
			fmt.Println(" ", t.PkgPath(), t.Name())
		}
		if t.Kind() == reflect.Struct {
			for f := range t.Fields() {
				fmt.Println("  ", f.Name, f.PkgPath, f.Type, f.Index)
			}
		}
		for m := range t.Methods() {
			fmt.Println("  m", m.Name, m.PkgPath, m.Type)
		}
	}
	h := reflect.TypeFor[a.Hidden]()
	fmt.Println(reflect.TypeFor[a.Impl]().Implements(h), reflect.TypeFor[bb.Emb]().Implements(h), reflect.TypeOf(a.New()) == reflect.TypeOf(bb.New()), reflect.TypeOf(a.New()) == reflect.TypeOf(struct{ x, Y int }{}))
	fmt.Println(reflect.TypeOf(a.New()).ConvertibleTo(reflect.TypeFor[T]()), reflect.TypeOf(struct{ x, Y int }{}).ConvertibleTo(reflect.TypeFor[T]()), reflect.TypeOf(a.New()).AssignableTo(reflect.TypeOf(bb.New())))
	g := &a.G[string, int]{}
	reflect.ValueOf(g).MethodByName("Put").Call([]reflect.Value{reflect.ValueOf("k"), reflect.ValueOf(4)})
	fmt.Println(reflect.ValueOf(g).Elem().Field(0), reflect.ValueOf(bb.Emb{T: &a.T{X: 5}}).MethodByName("String").Call(nil)[0], reflect.ValueOf(&bb.Emb{}).MethodByName("Visible").Call(nil)[0])
	v := reflect.ValueOf(a.T{X: 1})
	fmt.Println(v.FieldByName("Z").CanInterface(), v.FieldByName("w").CanInterface(), v.FieldByName("y").CanInterface())
	fmt.Printf("%v %+v %T\n", v, a.New(), a.Local())
	st := reflect.StructOf([]reflect.StructField{{Name: "x", PkgPath: "example.org/proj/a", Type: reflect.TypeFor[int]()}, {Name: "Y", Type: reflect.TypeFor[int]()}})
	fmt.Println(st == reflect.TypeOf(a.New()), st)
}
