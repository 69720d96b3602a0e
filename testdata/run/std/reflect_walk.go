package main

import (
	"fmt"
	"io"
	"os"
	"reflect"
	"strings"
	"unsafe"
)

type Hidden struct {
	pub  int
	priv string
	m    map[string]int
}
type W struct{ reflect.Type }
type Enum uint8

const (
	A Enum = iota
	B
)

func (e Enum) String() string { return [...]string{"A", "B"}[e] }

type Opt func(*cfg)
type cfg struct{ n int }
type G[T fmt.Stringer] struct{ V T }

func (g G[T]) Get() T { return g.V }

func gen[T any](x T) string {
	return reflect.TypeFor[T]().String() + " " + reflect.TypeOf(x).Kind().String()
}

type I1 interface{ M() }
type I2 interface {
	I1
	N(int) (string, error)
}
type impl struct{}

func (impl) M()                    {}
func (impl) N(int) (string, error) { return "", nil }
func (impl) hidden()               {}

func walk(v reflect.Value, depth int, seen map[uintptr]bool) {
	ind := strings.Repeat("  ", depth)
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			fmt.Println(ind+"nil", v.Type())
			return
		}
		if seen[v.Pointer()] {
			fmt.Println(ind + "seen")
			return
		}
		seen[v.Pointer()] = true
		fmt.Println(ind+"*", v.Type())
		walk(v.Elem(), depth+1, seen)
	case reflect.Struct:
		fmt.Println(ind + v.Type().String())
		for i := range v.NumField() {
			fmt.Println(ind+" ."+v.Type().Field(i).Name, v.Field(i).CanInterface())
			walk(v.Field(i), depth+1, seen)
		}
	case reflect.Interface:
		fmt.Println(ind+"interface", v.Type(), v.IsNil())
		walk(v.Elem(), depth+1, seen)
	case reflect.Slice, reflect.Array:
		fmt.Println(ind+v.Type().String(), v.Len())
		for i := range v.Len() {
			walk(v.Index(i), depth+1, seen)
		}
	case reflect.Map:
		fmt.Println(ind+v.Type().String(), v.Len())
		for _, k := range v.MapKeys() {
			walk(k, depth+1, seen)
			walk(v.MapIndex(k), depth+1, seen)
		}
	case reflect.Invalid:
		fmt.Println(ind + "invalid")
	case reflect.Func, reflect.Chan, reflect.UnsafePointer:
		fmt.Println(ind+v.Type().String(), v.IsNil())
	default:
		fmt.Println(ind+v.Type().String(), v)
	}
}

type ring struct {
	next *ring
	val  any
	e    error
	f    []func()
	c    chan<- int
	arr  [2]Enum
	m    map[Enum]*ring
	h    Hidden
}

func main() {
	h := Hidden{1, "p", map[string]int{"a": 1}}
	v := reflect.ValueOf(&h).Elem()
	f := v.Field(1)
	reflect.NewAt(f.Type(), unsafe.Pointer(f.UnsafeAddr())).Elem().SetString("changed")
	fmt.Println(h, f, v.Field(2), f.CanInterface(), f.String(), v.Field(2).MapIndex(reflect.ValueOf("a")).CanInterface())
	w := W{reflect.TypeOf(1)}
	fmt.Println(w.Kind(), w, w.Name(), reflect.TypeOf(w).NumMethod() > 25)
	fmt.Println(reflect.TypeOf(B), reflect.ValueOf(B), reflect.ValueOf(B).Uint(), reflect.TypeOf(B).NumMethod())
	fmt.Printf("%v %d %s %x\n", reflect.ValueOf(B), reflect.ValueOf(B), reflect.ValueOf(B), reflect.ValueOf("hi"))
	var o Opt = func(c *cfg) { c.n++ }
	fmt.Println(reflect.TypeOf(o), reflect.TypeOf(o).In(0), reflect.TypeOf(o).Kind())
	fmt.Println(gen(1), gen("s"), gen([]any{}), gen(struct{ X int }{}), gen[error](io.EOF), gen(G[Enum]{}))
	g := G[Enum]{B}
	fmt.Println(reflect.TypeOf(g), reflect.TypeOf(g).Name(), reflect.ValueOf(g).Method(0).Call(nil)[0], reflect.TypeOf(g.Get))
	fmt.Println(reflect.TypeFor[impl]().Implements(reflect.TypeFor[I2]()), reflect.TypeFor[I2]().Implements(reflect.TypeFor[I1]()), reflect.TypeFor[I1]().Implements(reflect.TypeFor[I2]()), reflect.TypeFor[impl]().NumMethod())
	var i2 I2 = impl{}
	var i1 I1
	reflect.ValueOf(&i1).Elem().Set(reflect.ValueOf(&i2).Elem())
	fmt.Println(i1 == I1(i2), reflect.ValueOf(&i2).Elem().Convert(reflect.TypeFor[I1]()).Type())
	r := &ring{val: []any{1, "x", nil, &h}, e: io.EOF, f: []func(){nil, func() {}}, m: map[Enum]*ring{B: nil}}
	r.next = r
	walk(reflect.ValueOf(r), 0, map[uintptr]bool{})
	fmt.Println(reflect.TypeOf(os.Stdout), reflect.TypeOf(fmt.Println), reflect.TypeOf((*io.ReadWriteCloser)(nil)).Elem().NumMethod())
	fmt.Println(reflect.ValueOf(fmt.Sprint).Kind(), reflect.ValueOf(r.next).Pointer() == reflect.ValueOf(r).Pointer(), reflect.ValueOf(main).Pointer() != 0)
	arr := [3]int{1, 2, 3}
	av := reflect.ValueOf(arr)
	arr[0] = 9
	fmt.Println(av.Index(0), arr)
	m := map[string]Hidden{"k": h}
	mv := reflect.ValueOf(m).MapIndex(reflect.ValueOf("k"))
	m["k"] = Hidden{}
	fmt.Println(mv.Field(0), mv.CanAddr())
	x := 5
	px := reflect.ValueOf(&x)
	e := px.Elem()
	x = 6
	fmt.Println(e.Int(), e.Interface())
	var a any = x
	ae := reflect.ValueOf(&a).Elem()
	el := ae.Elem()
	a = 7
	fmt.Println(el, ae.Elem())
	fn := func(xs ...any) int { return len(xs) }
	fmt.Println(reflect.ValueOf(fn).Call([]reflect.Value{reflect.ValueOf(1), reflect.Zero(reflect.TypeFor[error]())})[0])
	c1, c2 := reflect.ValueOf(make(chan int)), reflect.ValueOf(make(chan int))
	fmt.Println(c1.Equal(c1), c1.Equal(c2), c1.Comparable(), c1.Convert(reflect.TypeFor[<-chan int]()).Type())
	fmt.Println(reflect.ValueOf(reflect.ValueOf(3)).Kind(), reflect.TypeOf(reflect.ValueOf(3)), reflect.TypeOf(reflect.TypeOf(3)))
	fmt.Println(reflect.Indirect(reflect.ValueOf((*int)(nil))).IsValid())
	s := reflect.ValueOf([]string{"b", "a"})
	s.Index(0).Set(s.Index(1))
	fmt.Println(s)
}
