// Calls of small functions: whatever way they are compiled, arguments are evaluated once and in
// order, parameters are copies, and results are exact in their type.
package main

import (
	"fmt"
	"math"
	"runtime"
	"strings"
)

type number interface {
	~int | ~int8 | ~uint8 | ~float64 | ~string
}

func least[T number](a, b T) T {
	if a < b {
		return a
	}
	return b
}

func clamp(x, lo, hi int) int {
	if x < lo {
		return lo
	}
	if x > hi {
		return hi
	}
	return x
}

func sub8(x, y uint8) uint8       { return x - y }
func add8(x, y int8) int8         { return x + y }
func rotl32(x uint32, k int) uint32 { return x<<uint(k) | x>>uint(32-k) }
func rotl64(x uint64, k uint) uint64 { return x<<k | x>>(64-k) }
func rotl16(x uint16, k uint) uint16 { return x<<k ^ x>>(16-k) }
func twice(x int) int             { return x + x }
func half(x int) float64          { d := float64(x); return d / 2 }
func pick(c bool, a, b string) string {
	if c {
		return a
	}
	return b
}
func shift(x int, n uint) int      { return x << n }
func isVowel(c byte) bool          { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' }
func boxed(x int) any              { return x }
func nothing(p *int) error         { return nil }
func isNil(p *int) bool            { return p == nil }
func ignore(_ int, y int) int      { return y }
func greet(name string) string     { return "hello, " + name + "!" }
func hyp(a, b float64) float64     { return math.Sqrt(a*a + b*b) }
func size(s []int) int             { return len(s) }
func third(x int) int              { return x / 3 }
func sat(x int) uint8              { return uint8(x) }
func poly(x int) int {
	s := x * x
	t := s + x
	return s*t + 1
}

type vec struct{ x, y int }

func (v vec) add(w vec) vec     { return vec{v.x + w.x, v.y + w.y} }
func (v vec) scale(k int) vec   { return vec{x: v.x * k, y: v.y * k} }
func (v vec) dot(w vec) int     { return v.x*w.x + v.y*w.y }
func (v vec) swapped() vec      { return vec{v.y, v.x} }
func (v vec) plus(n int) (r vec) { return vec{v.x + n, v.y + n} }

type celsius float64

func (c celsius) fahrenheit() float64 { return float64(c)*9/5 + 32 }

type pair[A, B any] struct {
	first  A
	second B
}

func (p pair[A, B]) flip() pair[B, A] { return pair[B, A]{p.second, p.first} }
func (p pair[A, B]) head() A          { return p.first }

var trace []string

func note(name string, v int) int {
	trace = append(trace, name)
	return v
}

var global = 5

func addGlobal(x int) int { return x + global }

func divide(x, y int) int { return x / y }

func main() {
	fmt.Println(least(3, 4), least("b", "a"), least(2.5, -1), least[int8](-5, 5), least(uint8(200), 100))
	fmt.Println(clamp(-5, 0, 10), clamp(5, 0, 10), clamp(50, 0, 10))
	x := 99
	x = clamp(x, 0, x-1)
	fmt.Println(x, sub8(3, 5), sub8(250, 5), add8(100, 27), add8(100, 100), add8(-100, -100))
	fmt.Printf("%#x %#x %#x %#x\n", rotl32(0x80000001, 4), rotl64(0x8000000000000001, 63), rotl16(0x8001, 4), rotl32(1, x&31))
	v32, v64 := uint32(0xdeadbeef), uint64(0x0123456789abcdef)
	fmt.Printf("%#x %#x %#x %#x\n", v32<<13|v32>>19, v64>>7^v64<<57, v64<<8+v64>>56, v32>>8|v32<<8)
	fmt.Println(twice(twice(twice(3))), half(7), half(-7), third(-10), sat(300), sat(-1))
	fmt.Println(pick(true, "yes", "no"), pick(x > 1000, "big", "small"), greet("Go"), strings.ToUpper(greet("x")))
	fmt.Println(shift(1, 10), shift(1, 64), shift(-1, 63), shift(1, uint(x)))
	n := 0
	for _, c := range []byte("the quick brown fox") {
		if isVowel(c) {
			n++
		}
	}
	fmt.Println(n, boxed(n) == any(n), nothing(&n) == nil, isNil(nil), isNil(&n), hyp(3, 4), size(nil), size([]int{1, 2}))
	fmt.Println(poly(3), poly(note("p", 2)), ignore(note("a", 1), note("b", 2)), least(note("c", 9), note("d", 8)), trace)

	a, b := vec{1, 2}, vec{3, 4}
	fmt.Println(a.add(b), a.add(b).scale(3), a.dot(b), a.swapped(), a.plus(10), vec{5, 6}.swapped().dot(a))
	a = a.swapped()
	b = b.add(b).add(a)
	fmt.Println(a, b)
	vs := []vec{a, b}
	m := map[string]vec{"k": {7, 8}}
	vs[0] = vs[1].add(m["k"])
	fmt.Println(vs, m["none"].plus(1))
	pv := &vs[1]
	fmt.Println(pv.dot(*pv), pv.add(a))
	fmt.Println(celsius(100).fahrenheit(), celsius(-40).fahrenheit())
	p := pair[string, int]{"one", 1}
	fmt.Println(p.flip(), p.flip().flip(), p.head(), p.flip().head())
	fmt.Printf("%T\n", p.flip())

	fmt.Println(addGlobal(1), func() int { global = 10; return addGlobal(1) }())
	f, g := twice, vec.add
	fmt.Println(f(21), g(a, b))
	defer func() {
		err := recover()
		fmt.Println(err, err.(runtime.Error) != nil)
		var none *vec
		defer func() { fmt.Println(recover()) }()
		fmt.Println(none.dot(a))
	}()
	fmt.Println(divide(7, 2), divide(1, n-n))
}
