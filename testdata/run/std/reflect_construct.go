// Types made at run time are the types of the program.
package main

import (
	"fmt"
	"reflect"
	"runtime"
	"unsafe"
)

type P struct{ X, Y int }

func (p *P) Name() string { return "P" }

type Namer interface{ Name() string }

func main() {
	intT, strT := reflect.TypeFor[int](), reflect.TypeFor[string]()
	pT := reflect.TypeFor[P]()
	fmt.Println(reflect.PointerTo(intT) == reflect.TypeFor[*int](), reflect.SliceOf(strT) == reflect.TypeFor[[]string](),
		reflect.ArrayOf(3, intT) == reflect.TypeFor[[3]int](), reflect.MapOf(strT, intT) == reflect.TypeFor[map[string]int](),
		reflect.ChanOf(reflect.RecvDir, intT) == reflect.TypeFor[<-chan int](), reflect.ChanOf(reflect.BothDir, intT) == reflect.TypeFor[chan int](),
		reflect.FuncOf([]reflect.Type{intT, reflect.SliceOf(strT)}, []reflect.Type{reflect.TypeFor[error]()}, true) == reflect.TypeFor[func(int, ...string) error](),
		reflect.StructOf([]reflect.StructField{{Name: "A", Type: intT, Tag: `k:"v"`}}) == reflect.TypeFor[struct {
			A int `k:"v"`
		}]())
	fmt.Println(reflect.PointerTo(pT).NumMethod(), reflect.PointerTo(pT).Implements(reflect.TypeFor[Namer]()), reflect.New(pT).Interface().(Namer).Name())
	for _, t := range []reflect.Type{
		reflect.PointerTo(reflect.PointerTo(reflect.PointerTo(pT))), reflect.SliceOf(reflect.ArrayOf(2, reflect.MapOf(strT, pT))),
		reflect.ChanOf(reflect.SendDir, reflect.ChanOf(reflect.RecvDir, intT)), reflect.ChanOf(reflect.BothDir, reflect.ChanOf(reflect.RecvDir, intT)), reflect.FuncOf(nil, nil, false),
		reflect.FuncOf([]reflect.Type{strT}, []reflect.Type{intT, strT}, false), reflect.ArrayOf(0, strT), reflect.StructOf(nil),
		reflect.StructOf([]reflect.StructField{{Name: "A", Type: reflect.TypeFor[int8]()}, {Name: "B", Type: intT, Tag: `json:"b"`}, {Name: "C", Type: reflect.TypeFor[bool]()}, {Name: "P", Type: pT, Anonymous: true}}),
		reflect.StructOf([]reflect.StructField{{Name: "x", PkgPath: "main", Type: strT}, {Name: "Z", Type: reflect.TypeFor[struct{}]()}}),
		reflect.ArrayOf(5, reflect.TypeFor[float32]()), reflect.MapOf(reflect.TypeFor[any](), reflect.TypeFor[func()]()),
	} {
		fmt.Println(t, t.Kind(), t.Size(), t.Align(), t.Comparable(), t.Name() == "")
	}
	// Values of such types behave.
	st := reflect.StructOf([]reflect.StructField{
		{Name: "Name", Type: strT, Tag: `json:"name"`}, {Name: "Age", Type: reflect.TypeFor[int8]()}, {Name: "Tags", Type: reflect.SliceOf(strT)}, {Name: "Next", Type: reflect.TypeFor[*P]()},
	})
	v := reflect.New(st).Elem()
	v.Field(0).SetString("ann")
	v.Field(1).SetInt(30)
	v.Field(2).Set(reflect.ValueOf([]string{"x", "y"}))
	v.Field(3).Set(reflect.ValueOf(&P{1, 2}))
	runtime.GC()
	fmt.Printf("%v %+v\n", v.Field(2), v.FieldByName("Age"))
	fmt.Println(st.Field(0).Tag.Get("json"), st.Field(1).Offset, st.Field(2).Offset, v.Field(3).Elem().Field(1))
	s, ok := v.Interface().(struct {
		Name string `json:"name"`
		Age  int8
		Tags []string
		Next *P
	})
	fmt.Println(ok, s.Name, s.Age, s.Tags, s.Next.X)
	pair := reflect.StructOf([]reflect.StructField{{Name: "K", Type: strT}, {Name: "V", Type: intT}})
	m := reflect.MakeMap(reflect.MapOf(pair, reflect.SliceOf(pair)))
	k := reflect.New(pair).Elem()
	k.Field(0).SetString("key")
	m.SetMapIndex(k, reflect.Append(reflect.MakeSlice(reflect.SliceOf(pair), 0, 1), k, k))
	k2 := reflect.New(pair).Elem()
	k2.Field(0).SetString("k" + "ey")
	fmt.Println(m.MapIndex(k2), m.Len(), k.Interface() == k2.Interface())
	arr := reflect.New(reflect.ArrayOf(4, pT)).Elem()
	arr.Index(2).Field(0).SetInt(9)
	fmt.Println(arr, arr.Slice(1, 3), arr.Interface().([4]P)[2])
	ch := reflect.MakeChan(reflect.ChanOf(reflect.BothDir, arr.Type()), 1)
	ch.Send(arr)
	got, _ := ch.Recv()
	fmt.Println(got, got.Interface() == arr.Interface())
	// Functions of types that the program does not mention.
	ft := reflect.FuncOf([]reflect.Type{reflect.TypeFor[int16](), arr.Type(), strT}, []reflect.Type{strT, reflect.TypeFor[uint8](), arr.Type()}, false)
	fn := reflect.MakeFunc(ft, func(in []reflect.Value) []reflect.Value {
		out := reflect.New(arr.Type()).Elem()
		out.Set(in[1])
		out.Index(0).Field(1).SetInt(in[0].Int())
		return []reflect.Value{in[2], reflect.ValueOf(uint8(in[0].Int())), out}
	})
	for _, o := range fn.Call([]reflect.Value{reflect.ValueOf(int16(-2)), arr, reflect.ValueOf("str")}) {
		fmt.Print(o, " ")
	}
	fmt.Println(ft)
	vt := reflect.FuncOf([]reflect.Type{reflect.SliceOf(intT)}, []reflect.Type{intT}, true)
	sum := reflect.MakeFunc(vt, func(in []reflect.Value) []reflect.Value {
		n := 0
		for i := range in[0].Len() {
			n += int(in[0].Index(i).Int())
		}
		return []reflect.Value{reflect.ValueOf(n)}
	}).Interface().(func(...int) int)
	fmt.Println(sum(), sum(1, 2, 3))
	var x int32 = 0x01020304
	b := reflect.NewAt(reflect.ArrayOf(4, reflect.TypeFor[byte]()), unsafe.Pointer(&x)).Elem()
	fmt.Println(b)
	// Many types made and dropped; identity holds.
	t := intT
	for i := range 50 {
		t = reflect.MapOf(strT, reflect.SliceOf(reflect.ArrayOf(i, t)))
	}
	u := intT
	for i := range 50 {
		u = reflect.MapOf(strT, reflect.SliceOf(reflect.ArrayOf(i, u)))
	}
	fmt.Println(t == u, len(t.String()))
	emb := reflect.StructOf([]reflect.StructField{{Name: "P", Type: pT, Anonymous: true}, {Name: "Q", Type: intT}})
	ev := reflect.New(emb).Elem()
	ev.FieldByName("Y").SetInt(5)
	fmt.Println(ev, ev.FieldByName("X"))
}
