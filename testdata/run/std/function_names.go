package main

import (
	"fmt"
	"reflect"
	"runtime"
	"strings"
)

type T struct{ n int }

//go:noinline
func (t T) V() { println() }

//go:noinline
func (t *T) P() { println() }

type E struct{ T }
type I interface{ V() }
type G[X any] struct{}

//go:noinline
func (g G[X]) M() { println() }

//go:noinline
func F[X any](x X) { println() }

func name(f any) string {
	fn := runtime.FuncForPC(reflect.ValueOf(f).Pointer())
	return fn.Name()
}

var glob = func() { println("g") }

func main() {
	t := T{1}
	x := 3
	fmt.Println(name(main), name(glob), name(fmt.Println), name(strings.Index), name(T.V), name((*T).P), name((*T).V), name(E.V), name(I.V))
	fmt.Println(name(t.V), name(t.P), name(I(t).V), name(E{t}.V), name(F[int]), name(G[int].M), name(G[int]{}.M))
	fmt.Println(name(func() { println(x) }), name(func() { println(1) }))
	x++
	f := runtime.FuncForPC(reflect.ValueOf(main).Pointer())
	file, line := f.FileLine(f.Entry())
	fmt.Println(file[strings.LastIndex(file, "/")+1:], line, f.Entry() == reflect.ValueOf(main).Pointer())
	g := runtime.FuncForPC(0)
	fmt.Println(g == nil, g.Name() == "")
	pc, _, _, _ := runtime.Caller(0)
	fmt.Println(runtime.FuncForPC(pc).Name(), runtime.FuncForPC(pc).Entry() == f.Entry())
}
