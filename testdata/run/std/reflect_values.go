// Values: getters, elements, fields, slices, setting, comparison, how fmt prints them.
package main

import (
	"fmt"
	"math"
	"reflect"
	"unsafe"
)

type Celsius float64

func (c Celsius) String() string { return fmt.Sprintf("%.1f°", float64(c)) }

type Point struct{ X, Y int }
type embedded struct {
	Inner int
	low   int
}
type S struct {
	A     int8
	B     uint32
	F     float32
	C     complex128
	Str   string
	Bytes []byte
	Arr   [3]Point
	P     *Point
	M     map[string]int
	I     any
	E     error
	Fn    func(int) int
	Ch    chan int
	embedded
	low int
}

func main() {
	s := S{A: -5, B: 7, F: 1.5, C: 1 + 2i, Str: "héllo", Bytes: []byte("ab"), P: &Point{1, 2}, M: map[string]int{"k": 1}, I: Celsius(3), embedded: embedded{4, 5}, low: 6}
	v := reflect.ValueOf(&s).Elem()
	for i := 0; i < v.NumField(); i++ {
		f := v.Field(i)
		fmt.Println(v.Type().Field(i).Name, f.Kind(), f.CanAddr(), f.CanSet(), f.CanInterface(), f.String(), f.IsZero(), f.Comparable())
	}
	u := reflect.ValueOf(s)
	fmt.Println(u.Field(0).CanSet(), u.Field(0).CanAddr(), u.CanInterface())
	fmt.Println(v.Field(0).Int(), v.Field(1).Uint(), v.Field(2).Float(), v.Field(3).Complex(), v.Field(4).String(), v.Field(5).Bytes(), v.FieldByName("low").Int(), v.FieldByName("Inner").Int())
	fmt.Println(v.FieldByName("Inner").CanSet(), v.FieldByName("embedded").CanSet(), v.FieldByIndex([]int{13, 1}).CanSet(), v.FieldByName("nothing").IsValid())

	// Set.
	v.Field(0).SetInt(-128)
	v.Field(1).SetUint(math.MaxUint32)
	v.Field(2).SetFloat(2.25)
	v.Field(3).SetComplex(3i)
	v.Field(4).SetString("new")
	v.Field(5).SetBytes([]byte{1, 2, 3})
	v.Field(6).Index(1).Set(reflect.ValueOf(Point{8, 9}))
	v.Field(6).Index(2).Field(0).SetInt(77)
	v.Field(7).Elem().Field(1).SetInt(22)
	v.FieldByName("M").SetMapIndex(reflect.ValueOf("n"), reflect.ValueOf(2))
	v.FieldByName("I").Set(reflect.ValueOf("any"))
	v.FieldByName("E").Set(reflect.ValueOf(fmt.Errorf("err %d", 1)))
	v.FieldByName("Fn").Set(reflect.ValueOf(func(i int) int { return i * 2 }))
	v.FieldByName("Inner").SetInt(44)
	fmt.Println(s.A, s.B, s.F, s.C, s.Str, s.Bytes, s.Arr, *s.P, s.M, s.I, s.E, s.Fn(4), s.Inner)
	v.FieldByName("P").Set(reflect.ValueOf(&Point{5, 5}))
	v.FieldByName("E").SetZero()
	v.FieldByName("P").Set(reflect.Zero(v.FieldByName("P").Type()))
	fmt.Println(s.P, s.E, v.FieldByName("P").IsNil(), v.FieldByName("Ch").IsNil(), v.FieldByName("I").Elem().Kind())

	// Narrow values keep their neighbours.
	var arr [4]int8
	av := reflect.ValueOf(&arr).Elem()
	for i := range arr {
		av.Index(i).SetInt(int64(300 + i))
	}
	fmt.Println(arr, av.Index(1).OverflowInt(127), av.Index(1).OverflowInt(128))
	bs := []bool{false, false, false}
	reflect.ValueOf(bs).Index(1).SetBool(true)
	fmt.Println(bs)

	// Interfaces and pointers.
	var x any = &s
	iv := reflect.ValueOf(&x).Elem()
	fmt.Println(iv.Kind(), iv.Elem().Kind(), iv.Elem().Elem().Kind(), iv.Elem().Elem().CanSet(), iv.CanSet(), iv.Elem().CanSet())
	iv.Set(reflect.ValueOf(12))
	fmt.Println(x, iv.Elem().Int(), reflect.ValueOf(&x).Elem().Elem().Type())
	iv.Set(reflect.Zero(iv.Type()))
	fmt.Println(x, iv.IsNil(), iv.Elem().IsValid())
	pp := &s.P
	reflect.ValueOf(&pp).Elem().Elem().Set(reflect.New(reflect.TypeOf(Point{})))
	fmt.Println(*s.P)
	n := 5
	pv := reflect.ValueOf(&n)
	pv.Elem().Addr().Elem().SetInt(6)
	fmt.Println(n, pv.Elem().Addr().Interface() == any(&n), reflect.Indirect(pv).Int(), reflect.Indirect(reflect.ValueOf(3)).Int())
	fmt.Println(pv.Pointer() == uintptr(unsafe.Pointer(&n)), pv.UnsafePointer() == unsafe.Pointer(&n), pv.Elem().UnsafeAddr() == pv.Pointer())
	at := reflect.NewAt(reflect.TypeOf(0), unsafe.Pointer(&n)).Elem()
	at.SetInt(66)
	fmt.Println(n)

	// Slices.
	sl := []int{1, 2, 3, 4, 5}
	sv := reflect.ValueOf(&sl).Elem()
	fmt.Println(sv.Len(), sv.Cap(), sv.Slice(1, 3), sv.Slice3(1, 2, 4).Cap(), sv.Index(2))
	sv.SetLen(2)
	fmt.Println(sl, cap(sl))
	sv.SetCap(3)
	fmt.Println(len(sl), cap(sl))
	sv.Set(reflect.Append(sv, reflect.ValueOf(10), reflect.ValueOf(11)))
	fmt.Println(sl)
	sv.Set(reflect.AppendSlice(sv, reflect.ValueOf([]int{20, 21})))
	fmt.Println(sl)
	sv.Grow(100)
	fmt.Println(len(sl), cap(sl) >= 106)
	fmt.Println(reflect.Copy(sv, reflect.ValueOf([]int{-1, -2})), sl)
	by := make([]byte, 3)
	fmt.Println(reflect.Copy(reflect.ValueOf(by), reflect.ValueOf("xyzw")), string(by))
	sv.Clear()
	fmt.Println(sl)
	fmt.Println(reflect.ValueOf("héllo").Slice(1, 3), reflect.ValueOf("abc").Index(1), reflect.ValueOf("abc").Len())
	fmt.Println(reflect.ValueOf(&arr).Elem().Slice(1, 3), reflect.ValueOf(&arr).Len(), reflect.ValueOf(&arr).Elem().Slice(1, 3).Type())
	mk := reflect.MakeSlice(reflect.TypeOf(sl), 2, 9)
	mk.Index(1).SetInt(3)
	fmt.Println(mk, mk.Len(), mk.Cap(), mk.Interface().([]int))
	words := []string{"c", "a", "b"}
	swap := reflect.Swapper(words)
	swap(0, 2)
	fmt.Println(words)
	big := []struct {
		a [5]int
		s string
	}{{s: "1"}, {s: "2"}}
	reflect.Swapper(big)(0, 1)
	fmt.Println(big)

	// Zero, equality.
	fmt.Println(reflect.Zero(reflect.TypeOf(s.Arr)), reflect.Zero(reflect.TypeOf("")).Interface() == "")
	for _, z := range []any{0, 1, "", "a", 0.0, math.Copysign(0, -1), [2]int{}, [2]int{1}, struct{ a, b string }{}, struct{ a, b string }{"", "x"}, []int(nil), []int{}, (*int)(nil), 0i, false, [0]int{}, struct{ f float64 }{math.Copysign(0, -1)}} {
		fmt.Print(reflect.ValueOf(z).IsZero(), " ")
	}
	fmt.Println()
	fmt.Println(reflect.ValueOf(1).Equal(reflect.ValueOf(1)), reflect.ValueOf(1).Equal(reflect.ValueOf(int8(1))), reflect.ValueOf(Point{1, 2}).Equal(reflect.ValueOf(Point{1, 2})), reflect.ValueOf("a").Equal(reflect.ValueOf("b")), reflect.Value{}.Equal(reflect.Value{}))
	fmt.Println(reflect.ValueOf([]int{}).Comparable(), reflect.ValueOf([1]any{1}).Comparable(), reflect.ValueOf([1]any{[]int{}}).Comparable(), reflect.ValueOf(struct{ a any }{func() {}}).Comparable())

	// fmt shows what a Value holds.
	fmt.Println(reflect.ValueOf(42), reflect.ValueOf("s"), reflect.ValueOf(Point{1, 2}), reflect.ValueOf(&Point{1, 2}), reflect.ValueOf(Celsius(2)), reflect.Value{})
	fmt.Printf("%v %d %q %+v %#v %T %s\n", reflect.ValueOf(42), reflect.ValueOf(42), reflect.ValueOf("s"), reflect.ValueOf(Point{1, 2}), reflect.ValueOf(Point{1, 2}), reflect.ValueOf(1), reflect.ValueOf(Celsius(9)))
	fmt.Printf("%v %v\n", []reflect.Value{reflect.ValueOf(1), reflect.ValueOf("x")}, struct{ V reflect.Value }{reflect.ValueOf([]int{1})})
	fmt.Println(reflect.ValueOf(s.Fn).String(), reflect.ValueOf(3).String(), reflect.Value{}.String(), reflect.ValueOf(Point{}).String())
	fmt.Println(reflect.ValueOf(map[string]int{"b": 2, "a": 1}), v.FieldByName("low"))

	// Conversion.
	conv := func(x any, t reflect.Type) {
		c := reflect.ValueOf(x).Convert(t)
		fmt.Printf("%v:%v=%v ", reflect.TypeOf(x), c.Type(), c)
	}
	conv(65, reflect.TypeFor[string]())
	conv(300, reflect.TypeFor[int8]())
	conv(-1, reflect.TypeFor[uint16]())
	conv(3.9, reflect.TypeFor[int]())
	conv(uint8(200), reflect.TypeFor[float32]())
	conv(1.1, reflect.TypeFor[float32]())
	conv(2, reflect.TypeFor[Celsius]())
	conv("añ", reflect.TypeFor[[]byte]())
	conv("añ", reflect.TypeFor[[]rune]())
	conv([]byte("xy"), reflect.TypeFor[string]())
	conv([]rune{97, 0x10FFFFF}, reflect.TypeFor[string]())
	conv(Celsius(1), reflect.TypeFor[fmt.Stringer]())
	conv(2+3i, reflect.TypeFor[complex64]())
	conv([]int{1, 2, 3}, reflect.TypeFor[[2]int]())
	conv(int64(-1), reflect.TypeFor[string]())
	conv(struct{ X, Y int }{1, 2}, reflect.TypeFor[Point]())
	fmt.Println()
	arrp := reflect.ValueOf([]int{1, 2, 3}).Convert(reflect.TypeFor[*[3]int]())
	arrp.Elem().Index(0).SetInt(9)
	fmt.Println(arrp.Elem(), reflect.ValueOf([]int{1}).CanConvert(reflect.TypeFor[[2]int]()), reflect.ValueOf(1).CanConvert(reflect.TypeFor[string]()), reflect.ValueOf("1").CanConvert(reflect.TypeFor[int]()))
	if c, ok := reflect.TypeAssert[Celsius](reflect.ValueOf(Celsius(1.5))); ok {
		fmt.Println(c)
	}
	_, ok := reflect.TypeAssert[int](reflect.ValueOf("x"))
	st, ok2 := reflect.TypeAssert[fmt.Stringer](reflect.ValueOf(Celsius(2.5)))
	fmt.Println(ok, st, ok2)

	// Iteration.
	for x := range reflect.ValueOf(3).Seq() {
		fmt.Print(x, x.Type(), " ")
	}
	for i, x := range reflect.ValueOf([]string{"p", "q"}).Seq2() {
		fmt.Print(i, x, " ")
	}
	for x := range reflect.ValueOf("aé").Seq() {
		fmt.Print(x, " ")
	}
	for i, x := range reflect.ValueOf("aé").Seq2() {
		fmt.Print(i, x, " ")
	}
	for k, x := range reflect.ValueOf(map[int]string{1: "one"}).Seq2() {
		fmt.Print(k, x, " ")
	}
	gen := func(yield func(int) bool) {
		for i := 10; yield(i); i++ {
		}
	}
	for x := range reflect.ValueOf(gen).Seq() {
		if x.Int() > 12 {
			break
		}
		fmt.Print(x, " ")
	}
	fmt.Println()
}
