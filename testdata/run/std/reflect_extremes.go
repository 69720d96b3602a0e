package main

import (
	"fmt"
	"reflect"
	"strings"
)

func try(n string, f func()) {
	defer func() {
		r := fmt.Sprint(recover())
		fmt.Println(n, strings.Split(r, "\n")[0])
	}()
	f()
}

type Big struct{ a [100]int }

func bigf(a, b Big) Big { a.a[0] += b.a[99]; return a }

type huge [40000]int

func hugef(a huge, n int) (huge, int) { a[n] = n; return a, a[7] }

func main() {
	try("map", func() { fmt.Println(reflect.MakeMapWithSize(reflect.TypeFor[map[int]int](), 1<<62).Len()) })
	try("map2", func() { fmt.Println(reflect.MakeMapWithSize(reflect.TypeFor[map[int]int](), -5).Len()) })
	try("grow", func() { s := []int{1}; reflect.ValueOf(&s).Elem().Grow(1 << 62) })
	try("grow2", func() { s := []int{1}; reflect.ValueOf(&s).Elem().Grow(1<<63 - 1) })
	try("grow3", func() {
		s := []struct{}{{}}
		v := reflect.ValueOf(&s).Elem()
		v.Grow(1 << 40)
		fmt.Println(v.Cap() > 1<<40)
	})
	big := [3000]int{2999: 4}
	try("large", func() {
		c := make(chan [3000]int, 1)
		cv := reflect.ValueOf(c)
		cv.Send(reflect.ValueOf(big))
		x := <-c
		x[0] = 1
		c <- x
		r, ok := cv.Recv()
		fmt.Println(r.Index(0), r.Index(2999), ok, cv.TrySend(r))
		i, r, ok := reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: cv}})
		fmt.Println(i, r.Index(2999), ok)
		close(c)
		r, ok = cv.Recv()
		fmt.Println(r.Len(), r.Index(5), ok)
		d := reflect.MakeChan(cv.Type(), 0)
		go func() { d.Interface().(chan [3000]int) <- big }()
		r, _ = d.Recv()
		fmt.Println(r.Index(2999))
		m := map[[3000]int][3000]int{}
		mv := reflect.ValueOf(m)
		mv.SetMapIndex(reflect.ValueOf(big), reflect.ValueOf(x))
		fmt.Println(mv.MapIndex(reflect.ValueOf(big)).Index(0), m[big][2999], len(mv.MapKeys()))
		var e any = big
		fmt.Println(reflect.ValueOf(e).Index(2999), reflect.DeepEqual(e, big), reflect.ValueOf(&e).Elem().Elem().Index(1))
		f := func(a [3000]int, s string) (r [3000]int) {
			defer func() { recover() }()
			r = a
			r[1] = len(s)
			panic(1)
		}
		fmt.Println(reflect.ValueOf(f).Call([]reflect.Value{reflect.ValueOf(big), reflect.ValueOf("abc")})[0].Index(1))
	})
	try("zero size", func() {
		s := []struct{}{{}, {}}
		v := reflect.Append(reflect.ValueOf(s), reflect.ValueOf(struct{}{}))
		fmt.Println(v.Len(), v.Slice(1, 3).Len(), v.Index(2))
		m := map[struct{}]struct{}{{}: {}}
		fmt.Println(reflect.ValueOf(m).MapIndex(reflect.ValueOf(struct{}{})))
		f := reflect.ValueOf(func(struct{}, [0]int, int) struct{} { return struct{}{} })
		fmt.Println(f.Call([]reflect.Value{reflect.ValueOf(struct{}{}), reflect.ValueOf([0]int{}), reflect.ValueOf(1)})[0])
		c := make(chan struct{}, 1)
		reflect.ValueOf(c).Send(reflect.ValueOf(struct{}{}))
		fmt.Println(reflect.ValueOf(c).Recv())
	})
	try("big", func() {
		var a, b Big
		b.a[99] = 5
		fmt.Println(reflect.ValueOf(bigf).Call([]reflect.Value{reflect.ValueOf(a), reflect.ValueOf(b)})[0].Field(0).Index(0))
		mf := reflect.MakeFunc(reflect.TypeOf(bigf), func(in []reflect.Value) []reflect.Value { return in[1:] }).Interface().(func(Big, Big) Big)
		fmt.Println(mf(a, b).a[99])
	})
	try("huge", func() {
		var h huge
		h[7] = 3
		out := reflect.ValueOf(hugef).Call([]reflect.Value{reflect.ValueOf(h), reflect.ValueOf(9)})
		fmt.Println(out[0].Index(9), out[1])
	})
	try("huge made", func() {
		mf := reflect.MakeFunc(reflect.TypeOf(hugef), func(in []reflect.Value) []reflect.Value { return in }).Interface().(func(huge, int) (huge, int))
		var h huge
		h[5] = 5
		o, n := mf(h, 3)
		fmt.Println(o[5], n)
	})
	try("nilfunc", func() { var f func(); reflect.ValueOf(f).Call(nil) })
	try("typeassert", func() { fmt.Println(reflect.TypeAssert[any](reflect.ValueOf(3))) })
	try("setiface", func() {
		var e error
		reflect.ValueOf(&e).Elem().Set(reflect.ValueOf(fmt.Errorf("x")))
		reflect.ValueOf(&e).Elem().Set(reflect.ValueOf("str"))
	})
	try("map key", func() { reflect.ValueOf(map[any]int{}).MapIndex(reflect.ValueOf([]int{})) })
	try("delete", func() { reflect.ValueOf(map[any]int(nil)).SetMapIndex(reflect.ValueOf(1), reflect.Value{}) })
	try("nil ptr method", func() { var p *strings.Builder; fmt.Println(reflect.ValueOf(p).MethodByName("Len").Call(nil)[0]) })
	try("value method by nil ptr", func() { var p *Big2; reflect.ValueOf(p).MethodByName("V").Call(nil) })
	try("embedded nil", func() { reflect.ValueOf(struct{ *Big2 }{}).MethodByName("V").Call(nil) })
	try("iface embedded nil", func() { reflect.ValueOf(struct{ error }{}).MethodByName("Error").Call(nil) })
	try("closed recv", func() {
		c := make(chan [300]int)
		close(c)
		x, ok := reflect.ValueOf(c).Recv()
		fmt.Println(x.Len(), ok)
	})
	try("convert nil iface", func() { fmt.Println(reflect.Zero(reflect.TypeFor[error]()).Convert(reflect.TypeFor[any]()).IsNil()) })
	try("call iface nil", func() {
		fmt.Println(reflect.ValueOf(func(e error) bool { return e == nil }).Call([]reflect.Value{reflect.Zero(reflect.TypeFor[error]())})[0])
	})
	try("new func", func() { fmt.Println(reflect.New(reflect.TypeFor[func()]()).Elem().IsNil()) })
}

type Big2 struct{ n int }

func (b Big2) V() int { return b.n }
