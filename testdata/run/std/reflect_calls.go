// Call, CallSlice, MakeFunc, methods as values and as functions, arguments and results of every shape.
package main

import (
	"errors"
	"fmt"
	"os"
	"reflect"
	"runtime"
	"sort"
	"strings"
)

type Big struct {
	A [20]int
	S string
}
type Small struct {
	A int8
	B bool
	C uint16
}
type Num int32

func (n Num) Double() Num     { return n * 2 }
func (n *Num) Inc(by int)     { *n += Num(by) }
func (n Num) private() string { return "no" }
func (n Num) Join(sep string, xs ...any) string {
	return fmt.Sprint(n, sep, len(xs), xs)
}

type Embed struct {
	Num
	Name string
}
type PtrEmbed struct {
	*Num
	fmt.Stringer
}
type Greeter interface{ Greet(string) string }
type english struct{ word string }

func (e english) Greet(who string) string { return e.word + " " + who }

type one struct{ p *int }

func (o one) Get() int { return *o.p }

type fnType func(int) int

func (f fnType) Twice(x int) int { return f(f(x)) }

func shapes(a int8, b uint16, c float32, d bool, e Small, f [3]byte, g Big, h any, i error, j []string, k map[string]int, l complex64, m struct{}, n func() int) (Small, int16, Big, float32, error, [3]byte, bool, any) {
	g.A[19] = int(a) + int(b)
	g.S += e.String()
	f[2]++
	return Small{A: a, B: !d, C: b + 1}, -int16(b), g, c * 2, i, f, d, n()
}

func (s Small) String() string { return fmt.Sprintf("<%d %v %d>", s.A, s.B, s.C) }

func vals(xs ...any) []reflect.Value {
	out := make([]reflect.Value, len(xs))
	for i, x := range xs {
		out[i] = reflect.ValueOf(x)
	}
	return out
}

func ifaces(vs []reflect.Value) []any {
	out := make([]any, len(vs))
	for i, v := range vs {
		out[i] = v.Interface()
	}
	return out
}

func sum(base int, xs ...int) int {
	for _, x := range xs {
		base += x
	}
	return base
}

func fib(n int) int {
	if n < 2 {
		return n
	}
	f := reflect.ValueOf(fib)
	return int(f.Call(vals(n - 1))[0].Int() + f.Call(vals(n - 2))[0].Int())
}

func deep(n int) int {
	if n == 0 {
		return 0
	}
	return 1 + int(reflect.ValueOf(deep).Call(vals(n - 1))[0].Int())
}

func main() {
	out := reflect.ValueOf(shapes).Call([]reflect.Value{
		reflect.ValueOf(int8(-7)), reflect.ValueOf(uint16(40000)), reflect.ValueOf(float32(1.25)), reflect.ValueOf(true),
		reflect.ValueOf(Small{1, true, 3}), reflect.ValueOf([3]byte{1, 2, 3}), reflect.ValueOf(Big{S: "big"}),
		reflect.Zero(reflect.TypeFor[any]()), reflect.ValueOf(errors.New("boom")), reflect.ValueOf([]string{"x"}),
		reflect.ValueOf(map[string]int{}), reflect.ValueOf(complex64(1i)), reflect.ValueOf(struct{}{}), reflect.ValueOf(func() int { return 99 }),
	})
	for _, o := range out {
		fmt.Print(o.Type(), "=", o, "; ")
	}
	fmt.Println()
	fmt.Println(ifaces(reflect.ValueOf(sum).Call(vals(1, 2, 3))), ifaces(reflect.ValueOf(sum).Call(vals(1))), ifaces(reflect.ValueOf(sum).CallSlice(vals(1, []int{5, 6}))))
	fmt.Println(ifaces(reflect.ValueOf(fmt.Sprintf).Call(vals("%d-%s", 4, "x"))))
	fmt.Println(ifaces(reflect.ValueOf(strings.ToUpper).Call(vals("up"))), ifaces(reflect.ValueOf(strings.Repeat).Call(vals("ab", 3))))
	k := 10
	clo := func(d int) int { k += d; return k }
	reflect.ValueOf(clo).Call(vals(5))
	fmt.Println(k, fib(12), deep(3000))

	// Methods.
	n := Num(21)
	t := reflect.TypeOf(n)
	fmt.Println(t.NumMethod(), reflect.TypeOf(&n).NumMethod(), reflect.TypeFor[Embed]().NumMethod(), reflect.TypeFor[*Embed]().NumMethod(), reflect.TypeFor[PtrEmbed]().NumMethod())
	for _, t := range []reflect.Type{t, reflect.TypeOf(&n), reflect.TypeFor[Embed](), reflect.TypeFor[PtrEmbed](), reflect.TypeFor[Greeter]()} {
		for i := range t.NumMethod() {
			m := t.Method(i)
			fmt.Print(m.Name, " ", m.Type, " ", m.Index, "; ")
		}
		fmt.Println()
	}
	fmt.Println(reflect.ValueOf(n).Method(0).Call(nil)[0].Interface(), reflect.ValueOf(n).MethodByName("Join").Call(vals("-", 1, "b"))[0])
	reflect.ValueOf(&n).MethodByName("Inc").Call(vals(4))
	fmt.Println(n, reflect.ValueOf(n).MethodByName("Inc").IsValid(), reflect.ValueOf(n).MethodByName("private").IsValid())
	reflect.ValueOf(&n).Elem().Addr().MethodByName("Inc").Call(vals(1))
	fmt.Println(n)
	m, ok := t.MethodByName("Join")
	fmt.Println(m.Name, ok, m.Func.Type(), m.Func.Call(vals(n, "+", 1, 2))[0], m.Func.CallSlice(vals(n, "+", []any{3}))[0])
	_, ok = t.MethodByName("Nope")
	fmt.Println(ok)
	e := Embed{Num: 5}
	fmt.Println(reflect.ValueOf(e).MethodByName("Double").Call(nil)[0], reflect.ValueOf(&e).MethodByName("Inc").Call(vals(2)), e.Num)
	pe := PtrEmbed{&n, Small{1, true, 1}}
	fmt.Println(reflect.ValueOf(pe).MethodByName("String").Call(nil)[0], reflect.ValueOf(pe).MethodByName("Double").Call(nil)[0])
	var g Greeter = english{"hi"}
	gv := reflect.ValueOf(&g).Elem()
	fmt.Println(gv.NumMethod(), gv.Method(0).Type(), gv.Method(0).Call(vals("bob"))[0], gv.MethodByName("Greet").Call(vals("al"))[0], gv.Elem().Method(0).Call(vals("x"))[0])
	f := gv.Method(0).Interface().(func(string) string)
	g = english{"changed"}
	fmt.Println(f("still"), gv.Method(0).Call(vals("now"))[0])
	val := 7
	fmt.Println(reflect.ValueOf(one{&val}).Method(0).Call(nil)[0], reflect.ValueOf(&one{&val}).Method(0).Call(nil)[0])
	fmt.Println(reflect.ValueOf(fnType(func(x int) int { return x * 3 })).Method(0).Call(vals(2))[0])
	dbl := reflect.ValueOf(n).Method(0).Interface().(func() Num)
	n = 1000
	fmt.Println(dbl(), n)
	go func() {}()
	defer reflect.ValueOf(fmt.Println).Call(vals("deferred", 1))

	// MakeFunc.
	swap := func(in []reflect.Value) []reflect.Value { return []reflect.Value{in[1], in[0]} }
	var isw func(int, int) (int, int)
	var ssw func(string, Big) (Big, string)
	var esw func(error, float32) (float32, error)
	for _, p := range []any{&isw, &ssw, &esw} {
		fn := reflect.ValueOf(p).Elem()
		fn.Set(reflect.MakeFunc(fn.Type(), swap))
	}
	fmt.Println(isw(1, 2))
	b, str := ssw("s", Big{S: "B"})
	fmt.Println(b.S, str)
	fmt.Println(esw(nil, 2.5))
	fl, err := esw(os.ErrNotExist, 1)
	fmt.Println(fl, err == os.ErrNotExist)
	vf := reflect.MakeFunc(reflect.TypeOf(fmt.Sprint), func(in []reflect.Value) []reflect.Value {
		return vals(fmt.Sprintf("%d args", in[0].Len()))
	}).Interface().(func(...any) string)
	fmt.Println(vf(), vf(1, "2", 3.0))
	memo := func(fptr any) {
		fn := reflect.ValueOf(fptr).Elem()
		orig := reflect.ValueOf(fn.Interface())
		cache := map[any][]reflect.Value{}
		fn.Set(reflect.MakeFunc(fn.Type(), func(in []reflect.Value) []reflect.Value {
			key := in[0].Interface()
			if r, ok := cache[key]; ok {
				return r
			}
			r := orig.Call(in)
			cache[key] = r
			return r
		}))
	}
	calls := 0
	var slow func(int) uint64
	slow = func(n int) uint64 {
		calls++
		if n < 2 {
			return uint64(n)
		}
		return slow(n-1) + slow(n-2)
	}
	memo(&slow)
	fmt.Println(slow(80), calls)
	nothing := reflect.MakeFunc(reflect.TypeOf(func() {}), func([]reflect.Value) []reflect.Value { fmt.Println("called"); return nil })
	nothing.Call(nil)
	nothing.Interface().(func())()
	done := make(chan bool)
	worker := reflect.MakeFunc(reflect.TypeOf(func(int, chan bool) {}), func(in []reflect.Value) []reflect.Value {
		runtime.GC()
		in[1].Send(reflect.ValueOf(in[0].Int() == 3))
		return nil
	}).Interface().(func(int, chan bool))
	go worker(3, done)
	fmt.Println(<-done)
	less := reflect.MakeFunc(reflect.TypeOf(func(i, j int) bool { return false }), func(in []reflect.Value) []reflect.Value {
		return vals(in[0].Int() > in[1].Int())
	}).Interface().(func(int, int) bool)
	xs := []int{3, 1, 2}
	sort.Slice(xs, func(i, j int) bool { return less(xs[i], xs[j]) })
	fmt.Println(xs)
	// Named results, narrow results.
	narrow := reflect.MakeFunc(reflect.TypeOf(func(int8, uint8, bool, float32, int16) (int8, uint8, bool, float32, int16) { panic(0) }), func(in []reflect.Value) []reflect.Value { return in }).Interface().(func(int8, uint8, bool, float32, int16) (int8, uint8, bool, float32, int16))
	a1, a2, a3, a4, a5 := narrow(-1, 255, true, -2.5, -300)
	fmt.Println(a1+1 == 0, a2, a3, a4, a5, int(a1), uint(a2))
	fmt.Println(runtime.FuncForPC(reflect.ValueOf(sum).Pointer()).Name(), runtime.FuncForPC(reflect.ValueOf(strings.ToLower).Pointer()).Name())
}
