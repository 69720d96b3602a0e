// Types: names, kinds, components, fields with tags, promoted fields, assignability.
package main

import (
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"time"
	"unsafe"
)

type Celsius float64
type Pair[A, B any] struct {
	First  A
	Second B
}
type List[T any] struct {
	next *List[T]
	val  T
}
type Base struct {
	ID   int `db:"id" json:"id,omitempty"`
	name string
}

func (Base) Hello() string { return "hello" }

type Deep struct{ *Base }
type inner struct{ Shared, Only int }
type other struct{ Shared int }
type Outer struct {
	Deep
	inner
	other
	Title string `k:"a b" k2:"with \"quotes\""`
	_     int
	Fn    func(int, ...string) (bool, error)
}
type Shape interface {
	Area() float64
	io.Reader
	hidden()
}
type Tree struct {
	Left, Right *Tree
	Kids        []Tree
	M           map[string]Tree
}
type MyErr struct{}

func (*MyErr) Error() string { return "my" }

func show(t reflect.Type) {
	fmt.Printf("%-50s name=%q pkg=%q kind=%v size=%d align=%d cmp=%v\n", t, t.Name(), t.PkgPath(), t.Kind(), t.Size(), t.Align(), t.Comparable())
}

func main() {
	type Local struct{ a, b int }
	for _, x := range []any{
		true, 1, int8(1), uint16(1), uintptr(1), 1.5, float32(1), complex64(1), 2i, "s", 'x', byte(1),
		Celsius(1), Pair[int, string]{}, Pair[Celsius, *List[int]]{}, &List[Pair[int, bool]]{}, Local{},
		[]int{}, [3]string{}, map[string][]int{}, make(chan int), make(<-chan string), make(chan<- struct{}),
		make(chan (<-chan int)), func() {}, func(a int, b ...string) (int, error) { return 0, nil }, &Base{}, Base{},
		struct{}{}, struct {
			A int `x:"y"`
			b string
		}{}, []any{}, []error{}, []interface{ M(int) string }{}, [2][]map[int]chan bool{}, unsafe.Pointer(nil),
		time.Second, time.Time{}, errors.New("e"), new(any), new(error), &MyErr{}, [0]int{}, struct{ _ int }{}, Tree{},
		func(func(int) bool) {}, [1]*int{}, struct{ f func() }{},
	} {
		show(reflect.TypeOf(x))
	}
	fmt.Println(reflect.TypeOf(nil))
	show(reflect.TypeFor[Shape]())
	show(reflect.TypeFor[any]())
	show(reflect.TypeFor[error]())

	// Components.
	ft := reflect.TypeOf(Outer{}.Fn)
	fmt.Println(ft.NumIn(), ft.In(0), ft.In(1), ft.NumOut(), ft.Out(0), ft.Out(1), ft.IsVariadic())
	fmt.Println(reflect.TypeOf(map[Celsius]string{}).Key(), reflect.TypeOf(map[Celsius]string{}).Elem(), reflect.TypeOf([7]int8{}).Len())
	for _, c := range []any{make(chan int), make(<-chan int), make(chan<- int)} {
		fmt.Print(reflect.TypeOf(c).ChanDir(), " ")
	}
	fmt.Println(reflect.TypeOf(int16(0)).Bits(), reflect.TypeOf(1i).Bits())
	fmt.Println(reflect.ChanDir(9), reflect.Kind(77), reflect.Kind(22), reflect.UnsafePointer)

	// Fields.
	t := reflect.TypeOf(Outer{})
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		fmt.Printf("%d %s pkg=%q %v tag=%q off=%d idx=%v anon=%v exp=%v\n", i, f.Name, f.PkgPath, f.Type, f.Tag, f.Offset, f.Index, f.Anonymous, f.IsExported())
	}
	for _, name := range []string{"ID", "name", "Base", "Shared", "Only", "Title", "nope", "", "_"} {
		f, ok := t.FieldByName(name)
		fmt.Println(name, ok, f.Name, f.Index, f.Type)
	}
	f, ok := t.FieldByNameFunc(func(s string) bool { return strings.HasPrefix(s, "T") })
	fmt.Println(f.Name, ok)
	_, ok = t.FieldByNameFunc(func(s string) bool { return true })
	fmt.Println(ok)
	fmt.Println(t.FieldByIndex([]int{0, 0, 0}).Name, t.FieldByIndex([]int{1, 1}).Name)
	tag := t.Field(3).Tag
	fmt.Println(tag.Get("k"), tag.Get("k2"), tag.Get("zz"))
	id, _ := t.FieldByName("ID")
	v, ok := id.Tag.Lookup("json")
	fmt.Println(v, ok)
	for _, bad := range []reflect.StructTag{``, `a`, `a:b`, `a:"b`, `:"x"`, `a: "x"`, `a:"1"b:"2"`, `  a:"1"   b:"\n2"`, "a:\"x\\"} {
		a, ok1 := bad.Lookup("a")
		b, ok2 := bad.Lookup("b")
		fmt.Printf("%q %v %q %v;", a, ok1, b, ok2)
	}
	fmt.Println()
	for _, f := range reflect.VisibleFields(t) {
		fmt.Print(f.Name, f.Index, " ")
	}
	fmt.Println()

	// Relations.
	types := []reflect.Type{
		reflect.TypeFor[int](), reflect.TypeFor[Celsius](), reflect.TypeFor[float64](), reflect.TypeFor[string](), reflect.TypeFor[[]byte](),
		reflect.TypeFor[[4]byte](), reflect.TypeFor[*[4]byte](), reflect.TypeFor[*MyErr](), reflect.TypeFor[MyErr](), reflect.TypeFor[error](), reflect.TypeFor[any](),
		reflect.TypeFor[struct{ A int }](), reflect.TypeFor[struct {
			A int `t:"1"`
		}](), reflect.TypeFor[chan int](), reflect.TypeFor[<-chan int](), reflect.TypeFor[[]rune](), reflect.TypeFor[complex64](),
		reflect.TypeFor[*Base](), reflect.TypeFor[io.Reader](), reflect.TypeFor[io.ReadWriter](),
	}
	for _, a := range types {
		for _, b := range types {
			c := "."
			if a.AssignableTo(b) {
				c = "A"
			} else if a.ConvertibleTo(b) {
				c = "c"
			}
			fmt.Print(c)
			if b.Kind() == reflect.Interface && a.Implements(b) {
				fmt.Print("i")
			}
		}
		fmt.Println(" ", a)
	}
	// Identity.
	fmt.Println(reflect.TypeOf(Pair[int, string]{}) == reflect.TypeFor[Pair[int, string]](), reflect.TypeOf(1) == reflect.TypeOf(int8(1)))
	m := map[reflect.Type]string{reflect.TypeOf(1): "int", reflect.TypeOf("s"): "string"}
	fmt.Println(m[reflect.TypeFor[string]()], m[reflect.TypeFor[int]()])
	fmt.Printf("%T %v %s\n", reflect.TypeOf(1), reflect.TypeOf(1), reflect.TypeOf([]Base{}))
	switch reflect.TypeOf(Celsius(0)) {
	case reflect.TypeOf(0.5):
		fmt.Println("float64")
	case reflect.TypeOf(Celsius(5)):
		fmt.Println("Celsius")
	}
	// Overflow and sequences.
	fmt.Println(reflect.TypeFor[int8]().OverflowInt(128), reflect.TypeFor[uint16]().OverflowUint(65535), reflect.TypeFor[float32]().OverflowFloat(1e39), reflect.TypeFor[complex64]().OverflowComplex(complex(1, 1e300)))
	for _, x := range []any{1, "s", []int{}, map[int]int{}, make(chan int), func(func(int) bool) {}, func(func(int, string) bool) {}, func() {}, &[2]int{}, 1.5, &[]int{}} {
		fmt.Print(reflect.TypeOf(x).CanSeq(), " ", reflect.TypeOf(x).CanSeq2(), "; ")
	}
	fmt.Println()
	st := reflect.TypeFor[Shape]()
	for i := 0; i < st.NumMethod(); i++ {
		m := st.Method(i)
		fmt.Println(m.Name, m.PkgPath, m.Type, m.Index, m.Func.IsValid(), m.IsExported())
	}
}
