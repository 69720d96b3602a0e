// Odd corners: shadowing, grouping, anonymous types, method values, embedded pointers, unsafe, print forms.
package main

import (
	"fmt"
	. "strings"
	str "strconv"
	"unsafe"
)

type (
	Node struct {
		*Node
		Val int
	}
	Celsius    float64
	Temp       interface{ ~float64; comparable }
	Op         func(a, b int) int
	Matrix     [2][2]float64
	Grid[T any] [][]T
	Handler    interface{ Handle(string) string }
	HandlerF   func(string) string
	Chain      []Handler
	mutexed    struct {
		lock
		data map[string]int
	}
	lock struct{ n int }
	Bits uint8
	inner struct{ a, b int }
	Opts struct {
		name    string
		retries int
		tags    []string
	}
	Option func(*Opts)
)

func (h HandlerF) Handle(s string) string { return h(s) }
func (c Chain) Handle(s string) string {
	for _, h := range c {
		s = h.Handle(s)
	}
	return s
}
func (l *lock) Lock()         { l.n++ }
func (l *lock) Unlock()       { l.n-- }
func (c Celsius) F() float64  { return float64(c)*9/5 + 32 }
func (o Op) Apply(a, b int) int { return o(a, b) }
func (m Matrix) Mul(n Matrix) (r Matrix) {
	for i := range m {
		for j := range n[0] {
			for k := range n {
				r[i][j] += m[i][k] * n[k][j]
			}
		}
	}
	return
}
func (m *Matrix) T() *Matrix { m[0][1], m[1][0] = m[1][0], m[0][1]; return m }
func (g Grid[T]) At(i, j int) *T { return &g[i][j] }
func (b *Bits) Set(i uint)    { *b |= 1 << i }
func (b Bits) Has(i uint) bool { return b&(1<<i) != 0 }
func WithName(s string) Option { return func(o *Opts) { o.name = s } }
func WithTags(t ...string) Option {
	return func(o *Opts) { o.tags = append(o.tags, t...) }
}
func New(opts ...Option) *Opts {
	o := &Opts{retries: 3}
	for _, f := range opts {
		f(o)
	}
	return o
}
func swap(a, b *int)                         { *a, *b = *b, *a }
func divmod(a, b int) (q, r int)             { q = a / b; r = a % b; return }
func takes(q, r int, rest ...string) string  { return fmt.Sprint(q, r, rest) }
func apply(f func(int, int) (int, int), x int) int { a, b := f(x, 7); return a*100 + b }
func fnRet() func() func() int               { return func() func() int { return func() int { return 42 } } }
func (n *Node) Depth() int {
	if n == nil {
		return 0
	}
	return 1 + n.Node.Depth()
}
func variadicIface(xs ...fmt.Stringer) int { return len(xs) }
func ptrTo[T any](v T) *T                  { return &v }
func shadow() (err error) {
	if x, err := str.Atoi("zz"); err != nil {
		return err
	} else if y := x * 2; y > 2 {
		_ = y
	}
	return
}

var global = struct {
	a int
	b []string
}{a: 1, b: []string{"x"}}
var fnTable = [...]func(float64) float64{func(x float64) float64 { return x * 2 }, nil, 3: func(x float64) float64 { return x / 2 }}
var arrayOfMaps = [2]map[string][]int{{"a": {1}}, 1: {"b": {2, 3}}}
var ptrs = []*inner{{1, 2}, {b: 3}}
var mapOfPtr = map[string]*inner{"k": {a: 9}}
var nested = map[inner]map[string]*[2]inner{{1, 2}: {"z": {{3, 4}, {5, 6}}}}

func main() {
	fmt.Println(Repeat("ab", 3), ToUpper("x"), str.Itoa(5))
	n := &Node{&Node{&Node{nil, 3}, 2}, 1}
	fmt.Println(n.Val, n.Node.Val, n.Node.Node.Val, n.Depth(), n.Node.Node.Node == nil)
	var h Handler = Chain{HandlerF(ToUpper), HandlerF(TrimSpace), Chain{HandlerF(func(s string) string { return s + "!" })}}
	fmt.Println(h.Handle("  hi "))
	var m mutexed
	m.Lock()
	f := m.Lock
	f()
	func() { m.Lock(); defer m.Unlock() }()
	fmt.Println(m.n, m.lock.n, m.data == nil)
	fmt.Println(Celsius(100).F(), Op(func(a, b int) int { return a - b }).Apply(5, 3), Celsius.F(37))
	mx := Matrix{{1, 2}, {3, 4}}
	fmt.Println(mx.Mul(mx), *mx.T(), mx, (*Matrix).T(&mx) == &mx, mx == Matrix{{1, 2}, {3, 4}})
	g := Grid[string]{{"a"}, {"b", "c"}}
	*g.At(1, 1) += "!"
	fmt.Println(g)
	var b Bits
	b.Set(3)
	b.Set(0)
	fmt.Println(b, b.Has(3), b.Has(2), Bits.Has(b, 0))
	fmt.Printf("%+v\n", *New(WithName("n"), WithTags("a", "b"), WithTags()))
	x, y := 1, 2
	swap(&x, &y)
	x, y = y, x
	x, y = y+x, x-y
	fmt.Println(x, y, takes(divmod(17, 5)), apply(divmod, 100), fnRet()()())
	fmt.Println(shadow())
	fmt.Println(global.a, global.b, fnTable[0](3), fnTable[1] == nil, fnTable[3](3), len(fnTable), arrayOfMaps[1]["b"][1], ptrs[1].b, mapOfPtr["k"].a, nested[inner{1, 2}]["z"][1].b)
	mapOfPtr["k"].b++
	nested[inner{1, 2}]["z"][0].a *= 7
	arrayOfMaps[0]["a"][0]--
	fmt.Println(*mapOfPtr["k"], *nested[inner{1, 2}]["z"], arrayOfMaps)
	p := &global
	p.b = append(p.b, "y")
	q := *p
	q.b[0] = "changed"
	pp := &p
	(*pp).a++
	(**pp).a++
	fmt.Println(global, q, (*p).a)
	fmt.Println(variadicIface(), variadicIface(nil), variadicIface(nil, nil))
	if v, ok := any(x).(int); !ok {
	} else if w := v + 1; w > v {
		fmt.Println("else if", v, w)
	}
	type local struct{ next *local; v any }
	l := local{&local{nil, "tail"}, 1}
	fmt.Printf("%v %T\n", l.next.v, l)
	{
		type local int
		fmt.Printf("%T %v\n", local(3), local(3))
	}
	anon := []struct{ N string; F func(int) int }{{"dbl", func(i int) int { return i * 2 }}, {N: "neg", F: func(i int) int { return -i }}}
	for i, a := range anon {
		fmt.Print(a.N, a.F(i+1), " ")
	}
	var e struct{}
	var z [0]int
	fmt.Println(unsafe.Sizeof(e), unsafe.Sizeof(z), unsafe.Sizeof(""), unsafe.Sizeof([]int{}), unsafe.Sizeof(any(1)), unsafe.Sizeof(l), unsafe.Alignof(int16(0)), unsafe.Offsetof(l.v), unsafe.Sizeof(struct { a int8; b int64; c int8; d struct{} }{}))
	arr := [4]int32{1, 2, 3, 4}
	p2 := (*int32)(unsafe.Add(unsafe.Pointer(&arr[0]), 8))
	*p2 = 30
	sl := unsafe.Slice(&arr[1], 3)
	sl[0] = 20
	fmt.Println(arr, len(sl), cap(sl), unsafe.String(unsafe.StringData("hello"), 3), *(*uint64)(unsafe.Pointer(&[]float64{1}[0])), *unsafe.SliceData([]int{8}))
	*(*int32)(unsafe.Pointer(uintptr(unsafe.Pointer(&arr)) + unsafe.Sizeof(arr[0])*3)) = 40
	fmt.Println(arr)
	s := "héllo, 世界"
	for i, w := 0, 0; i < len(s); i += w {
		r := []rune(s[i:])[0]
		w = len(string(r))
		if w > 1 {
			fmt.Print(i, ":", string(r), " ")
		}
	}
	bs := []byte(s)
	bs[0] = 'J'
	fmt.Println(string(bs), s[:1], string(bs[:1]) + s[1:3], s > "hé", s[len(s)-1], len([]rune(s)))
	bb := append([]byte("x"), "yz"...)
	bb = append(bb[:1], bb[2:]...)
	fmt.Println(string(bb), string(append([]byte(nil), s[:2]...)), copy(bb, "QQQ"), string(bb))
	var np *inner
	fmt.Println(np == nil, func() (r any) { defer func() { r = recover() != nil }(); return np.a }())
	const c = 10
	var a3 [c * 2]struct{ _ int; v uint8 }
	a3[c].v = 255
	a3[c].v++
	fmt.Println(a3[c].v, len(a3), cap(a3[5:10]), len(a3[5:10:12]))
	lbl := 0
lbl:
	for lbl < 3 {
		lbl++
		for {
			continue lbl
		}
	}
	fmt.Println(lbl)
	var i8 int8 = 127
	i8++
	var u uint = 0
	u--
	i, j := 10, 3
	i /= j
	i <<= 2
	i |= 1
	i %= 8
	i &^= 4
	fmt.Println(i8, u, i, -5 >> 1, -5 / 2, -5 % 3, 5 &^ 3, ^0, 1 << 3 | 1, 3 ^ 5)
	var iface interface{ F() float64 } = Celsius(0)
	if c, ok := iface.(Celsius); ok {
		fmt.Println(c.F(), iface.(interface{ F() float64 }).F())
	}
	fv := iface.F
	iface = nil
	fmt.Println(fv(), iface == nil)
	mv := map[string]func(...int) int{"sum": func(xs ...int) (t int) { for _, x := range xs { t += x }; return }}
	fmt.Println(mv["sum"](1, 2, 3), mv["none"] == nil)
	goto end
end:
	fmt.Println(func(xs ...int) int { return len(xs) }([]int{1, 2}...), *ptrTo(3.5), **ptrTo(ptrTo("pp")))
	(func() { fmt.Println("iife") })()
	;;
	{ ; }
	var _, _ = 1, "blank"
	_ = 5
	for ; ; { break }
	if true { } else { }
	x++; y--
	fmt.Println((x), (((y))), ((*Node)(nil)).Depth(), (*Node).Depth(nil), []int(nil) == nil, (func())(nil) == nil, (<-chan int)(nil) == nil, interface{}(nil) == nil)
}
