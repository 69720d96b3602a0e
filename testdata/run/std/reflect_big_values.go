package main

import (
	"fmt"
	"reflect"
)

type A [5000]int

func f(a A, n int) (A, string) { a[0] += n; return a, "x" }

type W struct{ A }

func (w W) M(a A) int { return w.A[0] + a[0] }

func main() {
	a := A{1}
	out := reflect.ValueOf(f).Call([]reflect.Value{reflect.ValueOf(a), reflect.ValueOf(5)})
	fmt.Println(out[0].Interface().(A)[0], out[1])
	fmt.Println(reflect.ValueOf(W{A{7}}).MethodByName("M").Call([]reflect.Value{reflect.ValueOf(a)})[0])
	g := reflect.MakeFunc(reflect.TypeOf(f), func(args []reflect.Value) []reflect.Value {
		b := args[0].Interface().(A)
		b[0] *= 2
		return []reflect.Value{reflect.ValueOf(b), reflect.ValueOf("made")}
	}).Interface().(func(A, int) (A, string))
	r, s := g(a, 3)
	fmt.Println(r[0], s)
	m := reflect.ValueOf(map[string]A{"x": {3}})
	fmt.Println(m.MapIndex(reflect.ValueOf("x")).Index(0))
	ch := make(chan [3000]int, 2)
	cv := reflect.ValueOf(ch)
	cv.Send(reflect.ValueOf([3000]int{9}))
	v, ok := cv.Recv()
	fmt.Println(v.Index(0), ok)
	ch <- [3000]int{4}
	v, ok = cv.Recv()
	fmt.Println(v.Index(0), ok)
	fmt.Println(reflect.DeepEqual(a, A{1}), reflect.ValueOf(&a).Elem().Index(0))
}
