package main

import (
	"fmt"
	"os"
	"runtime"
	"sort"
	"strings"
	"sync"
	"time"
	"unsafe"
)

type Num interface{ ~int | ~float64 | ~string }

func kind[T any](x T) string {
	switch any(x).(type) {
	case int:
		return "int"
	case string:
		return "string"
	case []T:
		return "[]T"
	case map[string]T:
		return "map"
	case fmt.Stringer:
		return "Stringer"
	case error:
		return "error"
	case nil:
		return "nil"
	case func() T:
		return "func"
	case *T:
		return "*T"
	}
	return fmt.Sprintf("other %T", x)
}

func same[T, U any](x any) string {
	switch x.(type) {
	case T:
		return "T"
	case U:
		return "U"
	}
	return "-"
}

type MyInt int

func (m MyInt) String() string { return "MyInt" }

type List[T any] struct {
	head *node[T]
	n    int
}
type node[T any] struct {
	v    T
	next *node[T]
}

func (l *List[T]) Push(v T) *List[T] { l.head = &node[T]{v, l.head}; l.n++; return l }
func (l *List[T]) Each(f func(T) bool) {
	for n := l.head; n != nil; n = n.next {
		if !f(n.v) {
			return
		}
	}
}

type Tree[K comparable, V any] struct {
	m map[K]V
	sub []*Tree[K, V]
}

func (t *Tree[K, V]) Walk(f func(K, V)) {
	for k, v := range t.m {
		f(k, v)
	}
	for _, s := range t.sub {
		s.Walk(f)
	}
}

func localType(n int) any {
	type L struct{ n int }
	return L{n}
}
func localType2(n int) any {
	type L struct{ n int }
	return L{n}
}
func genLocal[T any](x T) any {
	type L struct{ x T }
	return L{x}
}

type Shape interface {
	Area() float64
	Perimeter() float64
}
type Sq struct{ s float64 }

func (s Sq) Area() float64      { return s.s * s.s }
func (s *Sq) Perimeter() float64 { return 4 * s.s }

type Named struct {
	Shape
	name string
}

func variadic(pre string, xs ...any) string { return pre + fmt.Sprint(len(xs), xs == nil) }

func init() { fmt.Println("init") }

var (
	va = vb + 1
	vb = f("vb", vc)
	vc = f("vc", 3)
	_  = f("blank", 0)
	vd, ve = g()
)

func f(s string, n int) int { fmt.Println("init", s); return n }
func g() (int, string)      { fmt.Println("init g"); return va, "e" }

func main() {
	fmt.Println(va, vb, vc, vd, ve)
	fmt.Println(kind(1), kind("s"), kind(MyInt(1)), kind(1.5), kind(fmt.Errorf("x")), kind(any(nil)), kind([]int{}), kind[any](3))
	fmt.Println(same[int, int](1), same[int, string]("x"), same[any, int](1), same[error, fmt.Stringer](MyInt(1)), same[int, string](nil))
	l := (&List[string]{}).Push("a").Push("b")
	for v := range l.Each {
		fmt.Print(v, " ")
	}
	t := &Tree[string, int]{m: map[string]int{"x": 1}, sub: []*Tree[string, int]{{m: map[string]int{"y": 2}}}}
	sum := 0
	t.Walk(func(k string, v int) { sum += v })
	fmt.Println(sum)
	fmt.Println(localType(1) == localType(1), localType(1) == localType2(1), genLocal(1) == genLocal(1), genLocal(1) == genLocal(int8(1)))
	fmt.Printf("%T %T %T %T\n", localType(1), localType2(1), genLocal(1), genLocal("x"))
	m := map[int]int{}
	for i := range 100 {
		m[i] = i
	}
	seen := 0
	for k := range m {
		delete(m, k)
		delete(m, (k+1)%100)
		seen++
	}
	fmt.Println(len(m), seen >= 50 && seen <= 100)
	for i := range 10 {
		m[i] = i
	}
	n := 0
	for k, v := range m {
		if k != v && k < 10 {
			panic("bad")
		}
		m[k+1000*n+10000] = 1
		n++
		if n > 1000 {
			break
		}
	}
	fmt.Println(n >= 10)
	for k := range m {
		clear(m)
		_ = k
	}
	fmt.Println(len(m))
	var sh Shape = &Sq{2}
	nm := Named{sh, "n"}
	fmt.Println(nm.Area(), nm.Perimeter(), Shape(nm).Area(), (*Named).Perimeter(&nm))
	var np *Named
	func() { defer func() { fmt.Println(recover()) }(); np.Area() }()
	func() { defer func() { fmt.Println(recover()) }(); Named{}.Area() }()
	fmt.Println(variadic("a"), variadic("b", nil), variadic("c", nil...), variadic("d", []any{}...), variadic("e", []any(nil)...))
	x := []int{1, 2, 3}
	for i, v := range x {
		x = append(x, v*10)
		x[i] = 0
	}
	fmt.Println(x)
	arr := [3]int{1, 2, 3}
	for i, v := range arr {
		arr[2] = 100
		fmt.Print(i, v, " ")
	}
	for i, v := range arr[:] {
		arr[2] = 200
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i *= 2; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	i := 0
loop:
	for {
		switch {
		case i < 3:
			i++
			continue loop
		case i == 3:
			i++
			goto next
		default:
			break loop
		}
	next:
		fmt.Println("next", i)
	}
	s := "héllo"
	for i, c := range s {
		fmt.Print(i, string(c), " ")
	}
	for i := range s {
		fmt.Print(i)
	}
	for range 3 {
		fmt.Print(".")
	}
	fmt.Println(len(s), s[1], s[1:3])
	type pt struct {
		x, y int
		s    string
		f    float64
		e    any
		a    [2]string
	}
	p1, p2 := pt{1, 2, "a", 1.5, 3, [2]string{"x", "y"}}, pt{1, 2, "a", 1.5, 3, [2]string{"x", "y"}}
	fmt.Println(p1 == p2, p1 == pt{}, any(p1) == any(p2), map[pt]int{p1: 5}[p2])
	var once sync.Once
	for range 3 {
		once.Do(func() { fmt.Println("once") })
	}
	ch := make(chan int)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for v := range ch {
			fmt.Print(v, " ")
		}
	}()
	for i := range 5 {
		ch <- i
	}
	close(ch)
	<-done
	v, ok := <-ch
	fmt.Println(v, ok, len(ch), cap(ch))
	tm := time.NewTimer(time.Hour)
	fmt.Println(tm.Stop(), tm.Reset(time.Millisecond))
	<-tm.C
	select {
	case <-time.After(time.Millisecond):
		fmt.Println("after")
	}
	var nilch chan int
	select {
	case <-nilch:
	case nilch <- 1:
	default:
		fmt.Println("default")
	}
	type H struct {
		a byte
		b int64
		c byte
		d [0]int
	}
	var h H
	fmt.Println(unsafe.Sizeof(h), unsafe.Offsetof(h.b), unsafe.Offsetof(h.c), unsafe.Alignof(h), unsafe.Sizeof(struct{ a int32; b [0]int64 }{}))
	bs := []byte("hello")
	str := unsafe.String(&bs[0], 3)
	fmt.Println(str, unsafe.StringData(str) == &bs[0], *(*int32)(unsafe.Pointer(&[]int32{7, 8}[0])), *(*int32)(unsafe.Add(unsafe.Pointer(&[2]int32{7, 8}), 4)))
	words := strings.Fields(" a b  c ")
	sort.Sort(sort.Reverse(sort.StringSlice(words)))
	fmt.Println(words, runtime.NumGoroutine() >= 1)
	c1, c2 := complex(1, 2), complex64(complex(3, 4))
	c1 *= complex128(c2)
	fmt.Println(c1, real(c2), imag(c2), c1 == complex(-5, 10), -c2)
	const big = 1<<62 + 1
	fmt.Println(big>>1, uint64(big)<<1, int32(big&0xff), float32(big), ^0, -7>>1, -7/2, uint8(255)+uint8(len(s)))
	b3 := [...]string{2: "c", 0: "a"}
	fmt.Println(len(b3), b3, [...]int{5: 1}[5])
	e1 := fmt.Errorf("a: %w", os.ErrNotExist)
	fmt.Println(e1, e1 == os.ErrNotExist)
	defer fmt.Println("deferred 1")
	defer func() {
		fmt.Println("recover", recover())
		os.Exit(0)
	}()
	var mm map[string]map[string]int
	fmt.Println(mm["a"]["b"], len(mm["x"]))
	mm["a"]["b"] = 1
}
