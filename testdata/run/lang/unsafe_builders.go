// unsafe.Slice, String and friends with their run-time checks; nil pointers at large offsets; zero division.
package main

import (
	"fmt"
	"math"
	"reflect"
	"runtime"
	"strings"
	"syscall"
	"unsafe"
)

func try(name string, f func()) {
	defer func() {
		r := recover()
		if e, ok := r.(runtime.Error); ok {
			fmt.Println(name, "E:", e.Error())
		} else {
			fmt.Println(name, r)
		}
	}()
	f()
}

var dummy [1 << 20]byte

type Big struct {
	pad [128 << 20]byte
	x   int
	m   map[string]int
}
type BigArr [1 << 24]int64

func (b *Big) Method() int   { return b.x }
func (b BigArr) Val() int64  { return b[5] }

type num interface {
	~int8 | ~int16 | ~int32 | ~int64 | ~int | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uint | ~uintptr
}

func divs[T num](x T) {
	var z T
	try(fmt.Sprintf("%T/", x), func() { fmt.Println(x / z) })
	try(fmt.Sprintf("%T%%", x), func() { x %= z })
	one := z + 1
	fmt.Println(x/one, x%one, x/(z-1), x%(z-1))
}
func f1() {}

type T struct{}

func (T) Meth()     {}
func (*T) PMeth()   {}
func gen[X any]()   {}

func name(f any) string { return runtime.FuncForPC(reflect.ValueOf(f).Pointer()).Name() }
func caller() string {
	_, file, line, ok := runtime.Caller(1)
	return fmt.Sprint(file[strings.LastIndex(file, "/")+1:] != "", line > 0, ok)
}

func main() {
	x := 5
	p := &x
	var np *int
	n := -1
	try("slice neg", func() { _ = unsafe.Slice(p, n) })
	try("slice huge", func() { h := uint64(math.MaxUint64); _ = unsafe.Slice(p, h) })
	try("slice overflow", func() { h := 1 << 62; _ = unsafe.Slice(p, h) })
	try("slice nil", func() { fmt.Println(unsafe.Slice(np, 0) == nil); _ = unsafe.Slice(np, 1) })
	try("string neg", func() { b := byte('a'); _ = unsafe.String(&b, n) })
	try("string nil", func() { var b *byte; fmt.Println(unsafe.String(b, 0) == ""); _ = unsafe.String(b, 1) })
	fmt.Println(unsafe.SliceData([]int(nil)) == nil, unsafe.SliceData([]int{}) != nil, unsafe.StringData("x") != nil)
	s := unsafe.Slice(p, int8(1))
	s[0]++
	fmt.Println(x, cap(s))
	var bp *Big
	var ba *BigArr
	try("big field", func() { fmt.Println(bp.x) })
	try("big field set", func() { bp.x = 1 })
	try("big method", func() { bp.Method() })
	try("big map", func() { bp.m["x"]++ })
	try("big arr", func() { i := 1<<23 + 1; fmt.Println(ba[i]) })
	try("big arr set", func() { i := 1<<23 + 1; ba[i] = 1 })
	try("big arr val", func() { ba.Val() })
	try("big range", func() {
		for i, v := range ba {
			fmt.Println(i, v)
			break
		}
	})
	try("big slice", func() { fmt.Println(len(ba[:]) ) })
	try("big addr", func() { _ = &bp.x; fmt.Println("addr ok?") })
	try("big copy", func() { y := *ba; fmt.Println(y[3]) })
	try("index big", func() { i := len(dummy); dummy[i%(1<<30)] = 1 })
	divs(int8(-128))
	divs(int16(-32768))
	divs(int32(math.MinInt32))
	divs(int64(math.MinInt64))
	divs(uint8(255))
	divs(uint16(7))
	divs(uint32(9))
	divs(uint64(10))
	divs(uintptr(11))
	var fz float64
	var cz complex128
	fmt.Println(1/fz, -1/fz, fz/fz, (1+1i)/cz, cz/cz)
	fmt.Println(name(f1), name(T.Meth), name((*T).PMeth), name(func() {}), name(strings.ToUpper))
	fmt.Println(caller())
	nan := math.NaN()
	m := map[float64]int{nan: 1, nan: 2}
	m[nan] = 3
	_, ok := m[nan]
	delete(m, nan)
	fmt.Println(len(m), ok)
	clear(m)
	fmt.Println(len(m))
	ma := map[any]int{nan: 1, 0.0: 2}
	ma[math.Copysign(0, -1)] = 5
	fmt.Println(len(ma), ma[0.0])
	type key struct {
		f float32
		s string
		i any
	}
	mk := map[key]int{{1, "a", 2}: 1, {1, "a", int8(2)}: 2}
	mk[key{1, "a", 2}] += 10
	fmt.Println(mk[key{1, "a", 2}], len(mk))
	try("key", func() { mk[key{i: []int{}}] = 1 })
	try("key get", func() { _ = mk[key{i: func() {}}] })
	me := map[any]int{}
	try("empty get", func() { _ = me[[]int{}] })
	try("empty delete", func() { delete(me, any([]int{})) })
	mem, err := syscall.Mmap(-1, 0, 4096, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	fmt.Println(len(mem), err)
	mem[4095] = 7
	fmt.Println(mem[4095])
	fmt.Println(syscall.Munmap(mem))
	var hdr = *(*[3]uintptr)(unsafe.Pointer(&s))
	fmt.Println(hdr[1], hdr[2], (*reflect.SliceHeader)(unsafe.Pointer(&s)).Len)
	str := "hello"
	sh := (*reflect.StringHeader)(unsafe.Pointer(&str))
	sh.Len = 4
	fmt.Println(str)
	try("make cap", func() { _ = make([]int, 1, n+1) })
	try("make huge", func() { _ = make([]int, 1<<62+n) })
	try("make chan", func() { _ = make(chan int, n) })
	try("make chan huge", func() { _ = make(chan [1 << 10]int, 1<<60+n) })
	try("make map", func() { fmt.Println(len(make(map[int]int, n))) })
	try("conv", func() { _ = (*[4]int)(make([]int, 3)) })
	try("shift", func() { var i8 int8 = -3; fmt.Println(1 << i8) })
	try("bounds uint", func() { var u uint64 = 1 << 63; _ = str[u] })
	try("bounds i8", func() { var i int8 = -3; _ = str[i] })
	try("slice lo>hi", func() { i, j := 3, 1; _ = str[i:j] })
	try("slice3", func() { i, j, k := 1, 5, 3; _ = make([]int, 9)[i:j:k] })
	try("slice3b", func() { i, j, k := 1, 5, 30; _ = make([]int, 9)[i:j:k] })
	try("arr slice", func() { var a [3]int; i := 4; _ = a[:i] })
	try("nil arr slice", func() { var a *[3]int; _ = a[:] })
	try("neg slice", func() { i := -4; _ = str[i:] })
	try("slice cap", func() { i := 10; _ = make([]int, 2, 4)[:i] })
	try("slice len..", func() { i := 10; _ = make([]int, 2, 4)[i:] })
}
