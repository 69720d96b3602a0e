// Names that the run-time system shows: types in every form, functions, closures, methods, generic instances.
package main

import (
	"fmt"
	"reflect"
	"runtime"
	"strings"
)

type T[P any] struct{ p P }

func (t T[P]) M() string   { return here() }
func (t *T[P]) PM() string { return here() }
func F[A, B any]() string  { return here() }
func here() string {
	pc, _, _, _ := runtime.Caller(1)
	return runtime.FuncForPC(pc).Name()
}
func frames() (r []string) {
	pcs := make([]uintptr, 10)
	n := runtime.Callers(2, pcs)
	fs := runtime.CallersFrames(pcs[:n])
	for {
		f, more := fs.Next()
		if !strings.HasPrefix(f.Function, "runtime.") {
			r = append(r, f.Function)
		}
		if !more {
			return
		}
	}
}

type S struct{}

func (S) V() []string                 { return frames() }
func (*S) P() []string                { return frames() }
func (s *S) Each(f func() []string) []string { return f() }

type I interface{ V() []string }
type E struct{ S }

var glob = func() string { return here() }

type (
	Alias  = map[string][]T[int]
	Fn     func(a int, b ...string) (x, y error)
	L      struct{ A, b int `tag:"v"` }
	Iface  interface {
		M(int) string
		error
	}
	Rec struct {
		self *Rec
		m    map[string]Rec
	}
)

func show(xs ...any) {
	for _, x := range xs {
		fmt.Printf("%T | ", x)
	}
	fmt.Println()
}

func main() {
	fmt.Println(here(), glob(), func() string { return here() }())
	fmt.Println(T[int]{}.M(), (&T[string]{}).PM(), F[int, string](), T[L]{}.M())
	s := &S{}
	fmt.Println(s.V(), s.P(), s.Each(func() []string { return frames() }))
	var i I = E{}
	fmt.Println(i.V())
	f := s.V
	fmt.Println(f())
	defer func() {
		recover()
		fmt.Println(frames())
		func() {
			defer func() { fmt.Println(frames()) }()
		}()
	}()
	for range func(y func() bool) { y() } {
		fmt.Println(frames()[:2])
	}
	show(1, "s", 1.5, 'r', byte(1), 2i, nil, true, uintptr(1), error(nil), fmt.Errorf("x"))
	show([]int{}, [3]string{}, map[string][]int{}, make(chan int), make(<-chan int), make(chan<- int), make(chan (<-chan int)), make(chan func() int))
	show(func() {}, func(int, ...string) (int, error) { return 0, nil }, func(a, b int) (c bool) { return }, func(func(int)) func() { return nil })
	show(struct{}{}, struct {
		A int
		b string `json:"b"`
	}{}, struct{ T[int] }{}, struct{ *L }{}, &struct{ x any }{}, struct{ f func(...int) }{})
	show(new(any), new(error), new(interface{ M(int) string }), new(interface {
		fmt.Stringer
		a()
	}), new(Iface), new(Fn), Alias{}, new(Alias))
	show(T[int]{}, T[T[string]]{}, T[[]L]{}, T[map[string]*L]{}, T[func(int) error]{}, T[struct{ X int }]{}, T[interface{ M() }]{}, T[any]{}, T[error]{}, T[chan<- T[int]]{}, T[[2]Fn]{}, T[reflect.Kind]{}, T[rune]{}, T[byte]{})
	type local struct{ v int }
	type gl = T[local]
	show(local{}, gl{}, T[*local]{}, []local{}, map[local]gl{})
	func() {
		type local struct{ w string }
		show(local{}, T[local]{})
		fmt.Println(reflect.TypeOf(local{}) == reflect.TypeOf(gl{}.p))
	}()
	var rec Rec
	fmt.Printf("%T %v %+v\n", rec.m, rec, rec)
	fmt.Println(reflect.TypeOf(T[L]{}).Name(), reflect.TypeOf(T[L]{}).String(), reflect.TypeOf(L{}).PkgPath(), reflect.TypeOf(T[local]{}).Name())
	fmt.Printf("%v %+v %#v\n", L{1, 2}, &L{1, 2}, L{1, 2})
	fmt.Printf("%#v %#v %#v %#v\n", T[int]{1}, []any{1, "a", nil}, map[string]L{"k": {}}, struct{ p *int }{})
}
