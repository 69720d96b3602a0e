// What panics, with which text.
package main

import (
	"fmt"
	"reflect"
	"strings"
)

type T struct {
	A int
	b string
	e
}
type e struct{ In int }

func (T) M(int) {}

type I interface{ M(int) }

func try(name string, f func()) {
	defer func() {
		r := recover()
		if ve, ok := r.(*reflect.ValueError); ok {
			fmt.Printf("%s: ValueError %q %v: %v\n", name, ve.Method, ve.Kind, ve)
		} else if err, ok := r.(error); ok {
			fmt.Printf("%s: error %v\n", name, err)
		} else {
			fmt.Printf("%s: %v\n", name, r)
		}
	}()
	f()
}

func main() {
	var zero reflect.Value
	str, num, sl := reflect.ValueOf("s"), reflect.ValueOf(1), reflect.ValueOf([]int{1, 2})
	st := reflect.ValueOf(T{})
	ad := reflect.ValueOf(&T{}).Elem()
	fn := reflect.ValueOf(func(int, ...string) {})
	fixed := reflect.ValueOf(func(int) {})
	m := reflect.ValueOf(map[string]int{})
	for _, c := range []struct {
		name string
		f    func()
	}{
		{"Int", func() { str.Int() }}, {"Uint", func() { str.Uint() }}, {"Float", func() { str.Float() }}, {"Bool", func() { str.Bool() }},
		{"Complex", func() { str.Complex() }}, {"Bytes", func() { num.Bytes() }}, {"Bytes2", func() { sl.Bytes() }}, {"Len", func() { num.Len() }}, {"Cap", func() { str.Cap() }},
		{"Elem", func() { num.Elem() }}, {"Index", func() { num.Index(0) }}, {"Index2", func() { sl.Index(2) }}, {"Index3", func() { str.Index(-1) }},
		{"Field", func() { num.Field(0) }}, {"Field2", func() { st.Field(9) }}, {"NumField", func() { num.NumField() }}, {"FieldByName", func() { num.FieldByName("x") }},
		{"IsNil", func() { num.IsNil() }}, {"Pointer", func() { num.Pointer() }}, {"MapKeys", func() { num.MapKeys() }}, {"MapIndex", func() { m.MapIndex(num) }},
		{"MapRange", func() { num.MapRange() }}, {"Slice", func() { num.Slice(0, 1) }}, {"Slice2", func() { sl.Slice(1, 9) }}, {"Slice3", func() { str.Slice3(0, 0, 0) }},
		{"Slice4", func() { reflect.ValueOf([2]int{}).Slice(0, 1) }}, {"Slice5", func() { str.Slice(0, 5) }},
		{"zero.Type", func() { zero.Type() }}, {"zero.Interface", func() { zero.Interface() }}, {"zero.Int", func() { zero.Int() }}, {"zero.IsZero", func() { zero.IsZero() }},
		{"zero.Set", func() { zero.Set(num) }}, {"zero.Elem", func() { zero.Elem() }}, {"zero.NumMethod", func() { zero.NumMethod() }}, {"zero.Method", func() { zero.Method(0) }},
		{"zero.CanInterface", func() { zero.CanInterface() }}, {"zero.Call", func() { zero.Call(nil) }}, {"zero.Convert", func() { zero.Convert(reflect.TypeOf(1)) }},
		{"zero.Len", func() { zero.Len() }}, {"zero.IsNil", func() { zero.IsNil() }}, {"zero.Kind", func() { fmt.Print(zero.Kind(), zero.CanSet(), zero.CanAddr(), " ") }},
		{"SetInt", func() { num.SetInt(1) }}, {"SetInt2", func() { ad.Field(1).SetInt(1) }}, {"SetInt3", func() { ad.Field(1).SetString("x") }}, {"SetString", func() { ad.Field(0).SetString("s") }},
		{"SetBool", func() { ad.Field(0).SetBool(true) }}, {"SetFloat", func() { ad.Field(0).SetFloat(1) }}, {"SetUint", func() { ad.Field(0).SetUint(1) }}, {"SetBytes", func() { ad.Field(0).SetBytes(nil) }},
		{"SetLen", func() { sl.SetLen(1) }}, {"SetLen2", func() { s := []int{1}; reflect.ValueOf(&s).Elem().SetLen(2) }}, {"SetCap", func() { s := []int{1}; reflect.ValueOf(&s).Elem().SetCap(0) }},
		{"Set", func() { ad.Field(0).Set(str) }}, {"Set2", func() { ad.Field(0).Set(zero) }}, {"Set3", func() { ad.Field(0).Set(ad.Field(1)) }}, {"Set4", func() { st.Set(st) }},
		{"SetZero", func() { st.Field(0).SetZero() }}, {"embedded", func() { ad.Field(2).Set(ad.Field(2)) }}, {"embedded2", func() { ad.Field(2).Field(0).SetInt(3); fmt.Print(ad.Field(2).Field(0).Int(), " ") }},
		{"Interface", func() { st.Field(1).Interface() }}, {"Addr", func() { st.Addr() }}, {"UnsafeAddr", func() { num.UnsafeAddr() }},
		{"Call", func() { num.Call(nil) }}, {"Call2", func() { fixed.Call(nil) }}, {"Call3", func() { fixed.Call([]reflect.Value{num, num}) }}, {"Call4", func() { fixed.Call([]reflect.Value{str}) }},
		{"Call5", func() { fn.Call([]reflect.Value{num, num}) }}, {"Call6", func() { fn.Call(nil) }}, {"Call7", func() { fixed.Call([]reflect.Value{zero}) }}, {"Call8", func() { reflect.Zero(fixed.Type()).Call([]reflect.Value{num}) }},
		{"CallSlice", func() { fixed.CallSlice([]reflect.Value{num}) }}, {"CallSlice2", func() { fn.CallSlice([]reflect.Value{num}) }}, {"CallSlice3", func() { fn.CallSlice([]reflect.Value{num, num, num}) }}, {"CallSlice4", func() { fn.CallSlice([]reflect.Value{num, str}) }},
		{"Method", func() { st.Method(5) }}, {"Method2", func() { reflect.TypeOf(T{}).Method(-1) }}, {"Method3", func() { reflect.Zero(reflect.TypeFor[I]()).Method(0) }},
		{"Convert", func() { str.Convert(reflect.TypeOf(1)) }}, {"Convert2", func() { sl.Convert(reflect.TypeOf([3]int{})) }}, {"Convert3", func() { sl.Convert(reflect.TypeOf(&[3]int{})) }},
		{"Send", func() { num.Send(num) }}, {"Send2", func() { reflect.ValueOf(make(<-chan int)).Send(num) }}, {"Recv", func() { reflect.ValueOf(make(chan<- int)).Recv() }}, {"Send3", func() { reflect.ValueOf(make(chan int, 1)).Send(str) }},
		{"Close", func() { reflect.ValueOf(make(<-chan int)).Close() }}, {"Close2", func() { var c chan int; reflect.ValueOf(c).Close() }}, {"Close3", func() { c := make(chan int); close(c); reflect.ValueOf(c).Close() }}, {"Send4", func() { c := make(chan int); close(c); reflect.ValueOf(c).Send(num) }},
		{"SetMapIndex", func() { m.SetMapIndex(num, num) }}, {"SetMapIndex2", func() { m.SetMapIndex(str, str) }}, {"SetMapIndex3", func() { var n map[string]int; reflect.ValueOf(n).SetMapIndex(str, num) }}, {"SetMapIndex4", func() { reflect.ValueOf(map[any]int{}).SetMapIndex(sl, num) }},
		{"MapIter", func() { m.MapRange().Key() }}, {"MapIter2", func() { i := m.MapRange(); i.Next(); i.Next() }}, {"MapIter3", func() { i := m.MapRange(); i.Next(); i.Value() }}, {"MapIter4", func() { new(reflect.MapIter).Next() }},
		{"OverflowInt", func() { str.OverflowInt(1) }}, {"Grow", func() { s := []int{}; reflect.ValueOf(&s).Elem().Grow(-1) }}, {"Clear", func() { num.Clear() }},
		{"Equal", func() { sl.Equal(sl) }}, {"FieldByIndex", func() {
			type p struct{ *e }
			reflect.ValueOf(p{}).FieldByIndex([]int{0, 0})
		}},
		{"FieldByIndexErr", func() {
			type E struct{ X int }
			type p struct{ *E }
			_, err := reflect.ValueOf(p{}).FieldByIndexErr([]int{0, 0})
			panic(err)
		}},
		{"Append", func() { reflect.Append(num, num) }}, {"Append2", func() { reflect.Append(sl, str) }}, {"AppendSlice", func() { reflect.AppendSlice(sl, reflect.ValueOf([]string{})) }}, {"Copy", func() { reflect.Copy(num, sl) }}, {"Copy2", func() { reflect.Copy(sl, reflect.ValueOf([]string{})) }}, {"Copy3", func() { reflect.Copy(sl, str) }}, {"Copy4", func() { reflect.Copy(reflect.ValueOf([1]int{}), sl) }},
		{"Swapper", func() { reflect.Swapper(1) }}, {"Swapper2", func() { reflect.Swapper([]int{1})(0, 1) }},
		{"MakeSlice", func() { reflect.MakeSlice(reflect.TypeOf(1), 0, 0) }}, {"MakeSlice2", func() { reflect.MakeSlice(sl.Type(), -1, 0) }}, {"MakeSlice3", func() { reflect.MakeSlice(sl.Type(), 2, 1) }}, {"MakeMap", func() { reflect.MakeMap(sl.Type()) }}, {"MakeChan", func() { reflect.MakeChan(sl.Type(), 0) }}, {"MakeChan2", func() { reflect.MakeChan(reflect.TypeFor[<-chan int](), 0) }}, {"MakeChan3", func() { reflect.MakeChan(reflect.TypeFor[chan int](), -1) }}, {"MakeFunc", func() { reflect.MakeFunc(sl.Type(), nil) }},
		{"MakeFunc2", func() {
			reflect.MakeFunc(reflect.TypeFor[func() int](), func([]reflect.Value) []reflect.Value { return nil }).Call(nil)
		}},
		{"MakeFunc3", func() {
			reflect.MakeFunc(reflect.TypeFor[func() int](), func([]reflect.Value) []reflect.Value { return []reflect.Value{str} }).Call(nil)
		}},
		{"New", func() { reflect.New(nil) }}, {"Zero", func() { reflect.Zero(nil) }},
		{"Type.Elem", func() { num.Type().Elem() }}, {"Type.Key", func() { num.Type().Key() }}, {"Type.Len", func() { num.Type().Len() }}, {"Type.Field", func() { num.Type().Field(0) }}, {"Type.Field2", func() { st.Type().Field(7) }}, {"Type.NumField", func() { num.Type().NumField() }}, {"Type.In", func() { num.Type().In(0) }}, {"Type.NumOut", func() { num.Type().NumOut() }}, {"Type.IsVariadic", func() { num.Type().IsVariadic() }}, {"Type.ChanDir", func() { num.Type().ChanDir() }}, {"Type.Bits", func() { str.Type().Bits() }}, {"Type.FieldByName", func() { num.Type().FieldByName("x") }}, {"Type.FieldByIndex", func() { num.Type().FieldByIndex([]int{1}) }},
		{"Implements", func() { num.Type().Implements(nil) }}, {"Implements2", func() { num.Type().Implements(num.Type()) }}, {"AssignableTo", func() { num.Type().AssignableTo(nil) }}, {"ConvertibleTo", func() { num.Type().ConvertibleTo(nil) }}, {"OverflowInt2", func() { str.Type().OverflowInt(1) }},
		{"ArrayOf", func() { reflect.ArrayOf(-1, num.Type()) }}, {"ArrayOf2", func() { reflect.ArrayOf(1<<62, num.Type()) }}, {"MapOf", func() { reflect.MapOf(sl.Type(), sl.Type()) }}, {"FuncOf", func() { reflect.FuncOf([]reflect.Type{num.Type()}, nil, true) }}, {"ChanOf", func() { reflect.ChanOf(0, num.Type()) }},
		{"StructOf", func() { reflect.StructOf([]reflect.StructField{{Name: "a", Type: num.Type()}}) }}, {"StructOf2", func() { reflect.StructOf([]reflect.StructField{{Name: "A"}}) }}, {"StructOf3", func() { reflect.StructOf([]reflect.StructField{{Type: num.Type()}}) }}, {"StructOf4", func() {
			reflect.StructOf([]reflect.StructField{{Name: "A", Type: num.Type()}, {Name: "A", Type: num.Type()}})
		}}, {"StructOf5", func() { reflect.StructOf([]reflect.StructField{{Name: "1", Type: num.Type()}}) }},
		{"Select", func() { reflect.Select([]reflect.SelectCase{{}}) }}, {"Select2", func() {
			reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectDefault}, {Dir: reflect.SelectDefault}})
		}}, {"Select3", func() {
			reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(make(chan<- int))}})
		}}, {"Select4", func() {
			reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectSend, Chan: reflect.ValueOf(make(chan int))}})
		}}, {"Select5", func() { reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectDefault, Chan: num}}) }},
		{"VisibleFields", func() { reflect.VisibleFields(num.Type()) }}, {"Seq", func() { reflect.ValueOf(1.5).Seq() }}, {"Seq2", func() { num.Seq2() }},
		{"callee", func() { reflect.ValueOf(func() { var p *T; p.A++ }).Call(nil) }}, {"callee2", func() { reflect.ValueOf(func() { panic("mine") }).Call(nil) }}, {"callee3", func() { reflect.ValueOf(strings.Repeat).Call([]reflect.Value{str, reflect.ValueOf(-1)}) }},
		{"TypeAssert", func() { reflect.TypeAssert[int](zero) }},
	} {
		try(c.name, c.f)
	}
}
