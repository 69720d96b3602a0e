// How package fmt prints values of package reflect, at the top and inside of others.
package main

import (
	"errors"
	"fmt"
	"reflect"
)

type St struct {
	A int
	s string
	E error
	V reflect.Value
	T reflect.Type
}
type Str string

func (s Str) String() string { return "Str:" + string(s) }

type G int

func (G) GoString() string { return "G!" }
func (G) Error() string    { return "G error" }

type F struct{ x int }

func (f F) Format(s fmt.State, c rune) { fmt.Fprintf(s, "F<%c %d>", c, f.x) }

type W struct {
	in Str
	Ex Str
	g  G
	G  G
}

func main() {
	vals := []any{1, "s", 2.5, true, Str("x"), G(3), F{4}, []int{1, 2}, map[string]int{"a": 1}, struct{ A, b int }{1, 2}, []byte("hi"), errors.New("err"), nil, [2]bool{true}, 'x', 1i, W{"in", "ex", 1, 2}, &W{"in", "ex", 1, 2}, []Str{"p"}, []any{1, nil, Str("z")}}
	for _, verb := range []string{"%v", "%+v", "%#v", "%d", "%s", "%q", "%x", "%T", "%t", "%5v|", "%-8v|", "%08.3f", "%c", "%U"} {
		for _, x := range vals {
			fmt.Printf(verb+" ", reflect.ValueOf(x))
		}
		fmt.Println()
	}
	w := W{"in", "ex", 1, 2}
	v := reflect.ValueOf(w)
	for i := range v.NumField() {
		fmt.Printf("%v %s %d %+v %#v; ", v.Field(i), v.Field(i), v.Field(i), v.Field(i), v.Field(i))
	}
	fmt.Println()
	st := St{1, "s", errors.New("e"), reflect.ValueOf(5), reflect.TypeOf(5)}
	fmt.Printf("%v\n%+v\n", st, st)
	fmt.Printf("%v %v %s\n", []reflect.Value{reflect.ValueOf(1), reflect.ValueOf(Str("y")), {}}, map[string]reflect.Value{"k": reflect.ValueOf("v")}, []reflect.Type{reflect.TypeOf(1), reflect.TypeOf(st)})
	fmt.Println(reflect.ValueOf(&st).Elem().Field(3), reflect.ValueOf(&st).Elem().Field(4), reflect.ValueOf(reflect.ValueOf(7)))
	fmt.Printf("%v %d\n", reflect.ValueOf([]reflect.Value{reflect.ValueOf(1)}), reflect.ValueOf([]any{2}))
	fmt.Printf("%p %v\n", reflect.ValueOf(1), reflect.Value{})
	fmt.Printf("%s %d %+v\n", reflect.Value{}, reflect.Value{}, reflect.Value{})
	fmt.Print(reflect.ValueOf("a"), reflect.ValueOf("b"), reflect.ValueOf(1), reflect.ValueOf(2), "\n")
	fmt.Printf("%*d %.*f\n", 5, reflect.ValueOf(3), 2, reflect.ValueOf(1.23456))
	var e any = st.E
	fmt.Printf("%v %v\n", reflect.ValueOf(&e).Elem(), reflect.ValueOf(&e).Elem().Elem())
	var nilmap map[string]int
	var nilp *int
	fmt.Println(reflect.ValueOf(nilmap), reflect.ValueOf(nilp), reflect.ValueOf([]int(nil)), reflect.ValueOf((error)(nil)), reflect.Zero(reflect.TypeFor[error]()))
	fmt.Printf("%#v %#v %#v\n", reflect.ValueOf(nilmap), reflect.ValueOf(nilp), reflect.Zero(reflect.TypeFor[error]()))
	fmt.Println(reflect.Int, reflect.RecvDir, fmt.Sprintf("%d %v", reflect.Struct, reflect.StructTag(`a:"b"`)))
	fmt.Printf("%v %+v\n", reflect.TypeOf(st).Field(0), reflect.TypeOf(st).Field(1))
	fmt.Println(&reflect.ValueError{Method: "M", Kind: reflect.Int})
}
