// Which methods types have at run time: generic types, embedding, aliases, types reached only through
// components, parameters and pointers; methods called by name alone.
package main

import (
	"bytes"
	"fmt"
	"io"
	"reflect"
	"sort"
	"strings"
	"sync"
	"time"
)

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(x T) { s.items = append(s.items, x) }
func (s *Stack[T]) Pop() (x T, ok bool) {
	if len(s.items) == 0 {
		return
	}
	x = s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return x, true
}
func (s Stack[T]) Len() int { return len(s.items) }

type Leaf struct{ n int }

func (l Leaf) OnlyByName() string { return fmt.Sprint("leaf", l.n) }
func (l *Leaf) ByPointer() string { l.n++; return fmt.Sprint("ptr", l.n) }

type Mid struct {
	Leaf
	extra string
}
type Top struct {
	*Mid
	io.Writer
	Cache map[string]Leaf
	Fn    func(Arg) Result
}
type Arg struct{ V int }

func (a Arg) ArgMethod() int { return a.V }

type Result struct{}

func (*Result) ResultMethod() string { return "result" }

type Alias = Leaf
type Defined Leaf
type Func func(string) string

func (f Func) Apply(s string) string { return f(s) + "!" }

type Ints []int

func (x Ints) Len() int           { return len(x) }
func (x Ints) Less(i, j int) bool { return x[i] < x[j] }
func (x Ints) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

type Rec struct{ mu sync.Mutex }

type Iface interface {
	OnlyByName() string
	fmt.Stringer
}

type both struct{ Leaf }

func (both) String() string { return "both" }

func methods(x any) string {
	t := reflect.TypeOf(x)
	var out []string
	for i := range t.NumMethod() {
		out = append(out, t.Method(i).Name)
	}
	return t.String() + ": " + strings.Join(out, " ")
}

func call(v reflect.Value, name string, args ...any) string {
	m := v.MethodByName(name)
	if !m.IsValid() {
		return "no " + name
	}
	var in []reflect.Value
	for _, a := range args {
		in = append(in, reflect.ValueOf(a))
	}
	return fmt.Sprint(m.Call(in))
}

func show(vs []reflect.Value) string {
	var out []string
	for _, v := range vs {
		out = append(out, fmt.Sprint(v))
	}
	return strings.Join(out, ",")
}

func main() {
	s := &Stack[string]{}
	for _, x := range []any{s, *s, &Stack[map[string]int]{}, Leaf{}, &Leaf{}, Mid{}, &Mid{}, Top{}, &Top{}, Alias{}, Defined{}, Func(nil), Ints{}, &Ints{}, &Rec{}, both{}, struct{ Leaf }{}, struct{ *Leaf }{}, &struct{ Leaf }{}, &bytes.Buffer{}, time.Second, []Leaf{}, new(io.Reader)} {
		fmt.Println(methods(x))
	}
	v := reflect.ValueOf(s)
	v.MethodByName("Push").Call([]reflect.Value{reflect.ValueOf("a")})
	v.MethodByName("Push").Call([]reflect.Value{reflect.ValueOf("b")})
	fmt.Println(show(v.MethodByName("Len").Call(nil)), show(v.MethodByName("Pop").Call(nil)), show(v.MethodByName("Pop").Call(nil)), show(v.MethodByName("Pop").Call(nil)))

	top := &Top{Mid: &Mid{Leaf: Leaf{5}}, Writer: &strings.Builder{}, Cache: map[string]Leaf{"k": {8}}, Fn: func(a Arg) Result { return Result{} }}
	tv := reflect.ValueOf(top)
	fmt.Println(show(tv.MethodByName("OnlyByName").Call(nil)), show(tv.MethodByName("ByPointer").Call(nil)), top.n)
	fmt.Println(show(tv.MethodByName("Write").Call([]reflect.Value{reflect.ValueOf([]byte("text"))})), top.Writer)
	// Through components: a map's elements, a function's parameters and results.
	leaf := tv.Elem().FieldByName("Cache").MapIndex(reflect.ValueOf("k"))
	fmt.Println(show(leaf.MethodByName("OnlyByName").Call(nil)), leaf.MethodByName("ByPointer").IsValid())
	ft := tv.Elem().FieldByName("Fn").Type()
	arg := reflect.New(ft.In(0))
	arg.Elem().Field(0).SetInt(77)
	fmt.Println(show(arg.MethodByName("ArgMethod").Call(nil)))
	res := tv.Elem().FieldByName("Fn").Call([]reflect.Value{arg.Elem()})[0]
	rp := reflect.New(res.Type())
	rp.Elem().Set(res)
	fmt.Println(show(rp.MethodByName("ResultMethod").Call(nil)))
	f := Func(strings.ToUpper)
	fmt.Println(show(reflect.ValueOf(f).MethodByName("Apply").Call([]reflect.Value{reflect.ValueOf("up")})))
	x := Ints{3, 1, 2}
	sort.Sort(reflect.ValueOf(x).Convert(reflect.TypeFor[sort.Interface]()).Interface().(sort.Interface))
	fmt.Println(x)
	var i Iface = both{Leaf{3}}
	iv := reflect.ValueOf(&i).Elem()
	fmt.Println(iv.NumMethod(), show(iv.Method(0).Call(nil)), show(iv.MethodByName("String").Call(nil)), iv.Type().Method(1).Name)
	fmt.Println(show(reflect.ValueOf(struct{ *Leaf }{&Leaf{1}}).MethodByName("ByPointer").Call(nil)))
	fmt.Println(show(reflect.ValueOf(time.Minute).MethodByName("Hours").Call(nil)), show(reflect.ValueOf(time.Unix(0, 0).UTC()).MethodByName("Format").Call([]reflect.Value{reflect.ValueOf(time.RFC3339)})))
	m, _ := reflect.TypeFor[*Leaf]().MethodByName("ByPointer")
	fmt.Println(m.Type, show(m.Func.Call([]reflect.Value{reflect.ValueOf(&Leaf{9})})))
	fn := m.Func.Interface().(func(*Leaf) string)
	fmt.Println(fn(&Leaf{10}))
	me, _ := reflect.TypeFor[Leaf]().MethodByName("OnlyByName")
	fmt.Println(me.Func.Interface().(func(Leaf) string)(Leaf{11}))
	mb, _ := reflect.TypeFor[Mid]().MethodByName("OnlyByName")
	fmt.Println(mb.Func.Interface().(func(Mid) string)(Mid{Leaf{12}, "x"}))
	// Assertions through reflection find methods that no code calls otherwise.
	type namer interface{ OnlyByName() string }
	fmt.Println(reflect.ValueOf(Leaf{4}).Interface().(namer).OnlyByName(), reflect.New(reflect.TypeFor[Mid]()).Interface().(namer).OnlyByName())
	_ = call
	var once sync.Once
	reflect.ValueOf(&once).MethodByName("Do").Call([]reflect.Value{reflect.ValueOf(func() { fmt.Println("once") })})
	var mu sync.Mutex
	reflect.ValueOf(&mu).MethodByName("Lock").Call(nil)
	fmt.Println(show(reflect.ValueOf(&mu).MethodByName("TryLock").Call(nil)))
	reflect.ValueOf(&mu).MethodByName("Unlock").Call(nil)
	var b strings.Builder
	bw := reflect.ValueOf(&b).MethodByName("WriteString").Interface().(func(string) (int, error))
	bw("built")
	fmt.Println(b.String())
}
