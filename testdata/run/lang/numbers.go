package main

import (
	"fmt"
	"math"
	"unsafe"
)

//go:noinline
func f64(x float64) float64 { return x }

//go:noinline
func f32(x float32) float32 { return x }

//go:noinline
func i64(x int64) int64 { return x }

var sink any

type S3 struct{ a, b, c byte }
type S5 struct{ a [5]byte }
type S12 struct{ a, b, c int32 }
type P2 struct{ p *int; n int }
type Str struct{ s string }

func grow[T any](name string, n int) {
	var s []T
	last := -1
	fmt.Print(name, ":")
	var z T
	for range n {
		s = append(s, z)
		sink = s
		if cap(s) != last {
			last = cap(s)
			fmt.Print(" ", last)
		}
	}
	fmt.Println()
	for _, k := range []int{1, 3, 5, 7, 17, 33, 100, 513, 1025} {
		t := append([]T(nil), make([]T, k)...)
		u := append(make([]T, k), make([]T, k/2+1)...)
		v := append(make([]T, k, k), z, z, z)
		fmt.Print(" ", cap(t), "/", cap(u), "/", cap(v))
	}
	fmt.Println()
}

func isize[T any](x T) uintptr { return unsafe.Sizeof(x) }

func main() {
	vals := []float64{0, 1.5, -1.5, 255.9, 256, -129, 32768, 65536.7, 2147483647, 2147483648, 4294967295, 4294967296, -2147483649,
		9223372036854775807, 9223372036854775808, 1.8446744073709552e19, 1e20, -1e20, math.Inf(1), math.Inf(-1), math.NaN(), -0.5, 1e300, -9223372036854775808, -1}
	for _, v := range vals {
		x := f64(v)
		y := f32(float32(v))
		fmt.Println(v, int64(x), uint64(x), int32(x), uint32(x), int16(x), uint16(x), int8(x), uint8(x), int(x), uint(x), uintptr(x))
		fmt.Println("  f32", y, int64(y), uint64(y), int32(y), uint32(y), int16(y), uint16(y), int8(y), uint8(y))
	}
	ints := []int64{0, 1, -1, math.MaxInt64, math.MinInt64, 1 << 53, 1<<53 + 1, 1<<24 + 1, -(1<<24 + 1), 123456789123456789}
	for _, v := range ints {
		x := i64(v)
		fmt.Println(v, float64(x), float32(x), float64(uint64(x)), float32(uint64(x)), int32(x), uint8(x), int8(x), uint32(x))
	}
	for _, a := range ints {
		for _, b := range []int64{1, -1, 2, -3, math.MinInt64, math.MaxInt64} {
			fmt.Print(a/b, " ", a%b, " ", int32(a)/int32(b|1), " ", int8(a)/int8(b|1), " ", int8(a)%int8(b|1), " ", uint64(a)/uint64(b), " ", uint8(a)%uint8(b|1), ";")
		}
		fmt.Println()
	}
	for _, s := range []uint{0, 1, 7, 8, 15, 16, 31, 32, 33, 63, 64, 65, 1 << 40} {
		x, y, z, w := i64(-5), int32(-5), int8(-5), uint16(0xabcd)
		fmt.Println(s, x<<s, x>>s, uint64(x)>>s, y<<s, y>>s, uint32(y)>>s, z<<s, z>>s, uint8(z)>>s, w<<s, w>>s, 1<<s == 0, uint8(1)<<s, int64(1)<<s)
	}
	m8, m16, m32 := int8(-128), int16(-32768), int32(math.MinInt32)
	n1 := i64(-1)
	fmt.Println(m8/int8(n1), m16/int16(n1), m32/int32(n1), -m8, -m16, -m32, m8*m8, m8-1, m8%int8(n1), m32%int32(n1))
	inf, nan, zero := math.Inf(1), math.NaN(), f64(0)
	cs := []complex128{0, 1, complex(1, 2), complex(inf, 0), complex(0, inf), complex(inf, nan), complex(nan, 0), complex(-1, -0.5), complex(zero, -zero), complex(1e308, 1e308), complex(1e-320, 0)}
	for _, a := range cs {
		for _, b := range cs {
			fmt.Print(a/b, " ", a*b, " ", a == b, ";")
			c, d := complex64(a), complex64(b)
			fmt.Print(c/d, c*d, c+d, c-d, -c, "|")
		}
		fmt.Println()
	}
	mn := map[float64]int{}
	mn[nan] = 1
	mn[nan] = 2
	mn[zero] = 3
	mn[-zero] = 4
	mn[math.Copysign(0, -1)] = 5
	_, ok := mn[nan]
	fmt.Println(len(mn), mn[0], ok)
	delete(mn, nan)
	fmt.Println(len(mn))
	clear(mn)
	fmt.Println(len(mn))
	mi := map[any]int{nan: 1, 1: 2, 1.0: 3, int8(1): 4, "a": 5, [2]int{1, 2}: 6, struct{ x any }{2}: 7, nil: 8, complex(nan, 1): 9}
	fmt.Println(len(mi), mi[1], mi[1.0], mi[int8(1)], mi[uint8(1)], mi[[2]int{1, 2}], mi[struct{ x any }{2}], mi[nil], mi[nan])
	a, b, c := f32(16777216), f32(1), f32(0.1)
	fmt.Println(a+b, a+b+b, a*c+b, float64(a*c)+float64(b), (a+b)-a, c*c*c, c/3, float64(c), float32(f64(0.1)+f64(0.2)))
	x, y := f64(0.1), f64(3)
	fmt.Println(x*y-0.3, x*y+x, math.FMA(x, y, -0.3), 1/math.Copysign(0, -1), -zero, 0*f64(-1), math.Signbit(-zero), math.Signbit(0*f64(-1)))
	const big = 1 << 100
	const third = 1.0 / 3
	fmt.Println(big>>98, float64(big), third*3 == 1, float32(third), third, math.MaxUint64/3.0, 'a'+1, 1<<3.0, 7/2, 7/2.0, -7/2, -7%3)
	fmt.Println(string(rune(65)), string(rune(0x10FFFF)), string(rune(-1)), string(rune(0xD800)), string(rune(0x110000)), []byte(string(rune(0xFFFD))))
	bad := "a\xffb\xc0\xafc\xed\xa0\x80d\xf4\x90\x80\x80é世\U0001F600"
	for i, r := range bad {
		fmt.Print(i, ":", r, " ")
	}
	fmt.Println([]rune(bad), len([]rune(bad)), string([]rune{0xD800, -5, 65, 0x10FFFF, 0x110000}), []byte(string([]rune{0xDFFF})))
	s := []int{1, 2, 3, 4, 5}
	copy(s[1:], s)
	fmt.Println(s, copy(s, s[2:]), s, copy(s[:0], s), copy([]byte("abc"), "xy"))
	s1 := s[:2]
	s2 := append(s1, 100)
	s3 := append(s1[:1:1], 200)
	fmt.Println(s, s2, s3, s1, len(s3), cap(s3))
	s = append(s[:1], s...)
	fmt.Println(s)
	s = append(s, s...)
	fmt.Println(s, len(s), cap(s))
	var ns []int
	fmt.Println(len(ns), cap(ns), ns == nil, append(ns) == nil, append(ns, ns...) == nil, append([]int{}) == nil, len(append([]byte("x"), "yz"...)))
	grow[byte]("byte", 5000)
	grow[int16]("int16", 3000)
	grow[int32]("int32", 3000)
	grow[int]("int", 5000)
	grow[*int]("*int", 3000)
	grow[string]("string", 3000)
	grow[any]("any", 1500)
	grow[[]int]("[]int", 1500)
	grow[S3]("S3", 3000)
	grow[S5]("S5", 3000)
	grow[S12]("S12", 3000)
	grow[P2]("P2", 2000)
	grow[struct{}]("struct{}", 10)
	grow[[40]byte]("[40]byte", 500)
	grow[[1000]byte]("[1000]byte", 100)
	grow[[5]*int]("[5]*int", 600)
	grow[complex128]("complex128", 900)
	r5 := append([]rune(nil), []rune("hello")...)
	fmt.Println(cap(r5), cap([]byte("hello world, hello world, hello world!")) >= 38, cap(append([]byte{}, "hello"...)), cap(append([]int{1, 2, 3}, 4)), cap(append([]int64{1, 2, 3, 4}, 5, 6, 7, 8, 9)))
	fmt.Println(isize(1), isize("a"), isize(struct {
		a byte
		b int64
		c byte
	}{}), isize([3]struct{}{}), isize(any(nil)), isize([0]int{}))
	var e1, e2 struct{}
	z1, z2 := new(struct{}), new([0]int)
	_, _, _ = e1, e2, z2
	fmt.Println(z1 != nil, *z1 == e1)
	arr := [5]int{1, 2, 3, 4, 5}
	sl := arr[1:3:4]
	p4 := (*[2]int)(sl)
	p4[0] = 99
	fmt.Println(arr, len(sl), cap(sl), [2]int(sl), (*[0]int)(nil) == nil, (*[0]int)([]int{}) != nil, (*[0]int)([]int(nil)) == nil)
	println(1, -5, 1.5, "s", true, float32(0.1), uint8(200), int64(-1<<63), 1e300, 0.0, 'x', 3+4i, complex64(1-2i))
	println(-1/zero, 1/zero, zero/zero, 100000.0, 1000000.0, 123456789.0, 0.0001, 0.00001, 1e21, 1e20, f64(12345.678), f64(-0.1))
	print("a", "b", 1, 2, true, "\n")
	type H struct {
		a int8
		b float32
		c string
		d any
		e [2]complex64
	}
	mh := map[H]int{{1, 0.5, "x", 3, [2]complex64{1, 2}}: 1}
	mh[H{1, 0.5, "x", 3, [2]complex64{1, 2}}]++
	mh[H{1, 0.5, "x", int8(3), [2]complex64{1, 2}}]++
	fmt.Println(len(mh), mh[H{1, 0.5, "x", 3, [2]complex64{1, 2}}])
	u := uint8(250)
	u += 10
	i8 := int8(127)
	i8++
	u16 := uint16(0)
	u16--
	fmt.Println(u, i8, u16, ^uint8(5), ^int8(5), 5&^3)
}
