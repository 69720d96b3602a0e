// Constants: iota, kinds, big arithmetic, shifts, conversions, untyped defaults.
package main

import (
	"fmt"
	"math"
	"unsafe"
)

const (
	a0 = iota
	a1
	_
	a3
	a4, b4 = iota, iota * 10
	a5, b5
	s0 = "s"
	s1
	a8 = iota + 0.5
	a9
	aA = 'a' + iota
	aB
)
const (
	_  = iota
	KB = 1 << (10 * iota)
	MB
	GB
)

type Weekday uint8

const (
	Sunday Weekday = iota
	Monday
	Tuesday
)

func (d Weekday) String() string { return [...]string{"Sun", "Mon", "Tue"}[d] }

type Flags int

const (
	F1 Flags = 1 << iota
	F2
	F3
	All = F1 | F2 | F3
)
const big = 1 << 200
const huge = big * big
const third = 1.0 / 3
const (
	i1 = 5 / 2
	f1 = 5 / 2.0
	r1 = 'a' / 2
	m1 = -5 % 3
	c1 = (1 + 2i) * (3 - 1i)
	c2 = 2i * 2i
	b1 = 1 < 2 && "a" < "b"
	sh = 1.0 << 3
	nt = ^0
	nu = ^uint8(5)
	x8 = int8(-1) << 3
	l1 = len("héllo")
	l2 = len([10]int{})
	u1 = unsafe.Sizeof(int32(0)) * 3
	cr = real(c1) + imag(c1)
	ch = string('x')
	st = "a" + "b" + `c\n`
)
const typed int64 = 1 << 40
const ft float32 = 0.1
const mx = math.MaxUint64
const eps = 1e-400 * 1e400
const l3 = len([...]string{9: "x"})

var arr [a4 + 1]int
var fl float64 = 1 << 3
var sft uint = 3
var sh1 int64 = 1 << sft
var sh2 = uint8(1<<sft) + 255
var sh3 = 1<<sft == 8

const (
	g0, g1 = iota, -iota
	_, _
	g2, g3
)
const Pi2 = math.Pi * math.Pi

func local() (r []any) {
	const iota = 7
	const (
		a = iota
		b
	)
	r = append(r, a, b)
	{
		const a = "shadow"
		r = append(r, a)
	}
	const (
		w = len(arr)
		x = cap([3]int{})
		y = 'é'
		z = "\u00e9\x41\101\U0001F600"
	)
	return append(r, w, x, y, z)
}

func main() {
	fmt.Println(a0, a1, a3, a4, b4, a5, b5, s0, s1, a8, a9, aA, aB)
	fmt.Printf("%T %T %T %T\n", a8, aA, s1, b1)
	fmt.Println(KB, MB, GB, Sunday, Monday, Tuesday, F1, F2, F3, All)
	fmt.Printf("%T %v %d %T\n", Tuesday, Tuesday, Tuesday, All)
	fmt.Println(big>>198, huge>>399, huge/big == big, third*3 == 1, float32(third), third)
	fmt.Println(i1, f1, r1, m1, c1, c2, b1, sh, nt, nu, x8, l1, l2, l3, u1, cr, ch, st)
	fmt.Printf("%T %T %T %T %T %T %T %T %T\n", i1, f1, r1, c1, c2, sh, nu, x8, u1)
	fmt.Println(typed, ft, uint64(mx), eps, len(arr), fl, sh1, sh2, sh3, g2, g3)
	fmt.Println(float64(ft) == 0.1, ft == 0.1, float64(float32(0.1)), Pi2)
	fmt.Println(local()...)
	fmt.Println(0b1010_1010, 0o17, 017, 0xFF_FF, 0x1p-2, 0x1.8p3, 1_000.5e-1_0, 0i, 0123i, 1e3i, 0x10i, 'a', '\'', '\377', '\x7f', '\u00ff', '\\')
	fmt.Println(math.MaxInt64, math.MinInt64, math.MaxUint32, math.SmallestNonzeroFloat64, math.MaxFloat64, math.SmallestNonzeroFloat32)
	var i8 int8 = -128
	fmt.Println(-i8, i8/-1, i8-1, i8*i8, ^i8, i8>>7, uint8(i8)>>7, i8&^1)
	var u8 uint8 = 255
	fmt.Println(u8+1, u8*u8, -u8, u8<<1, ^u8, u8<<8, u8>>9, int8(u8), u8&^0x0f)
	var i16 int16 = math.MinInt16
	var u16 uint16 = math.MaxUint16
	var i32 int32 = math.MinInt32
	var u32 uint32 = math.MaxUint32
	var i64 int64 = math.MinInt64
	var u64 uint64 = math.MaxUint64
	fmt.Println(i16-1, -i16, i16*2, u16+1, u16*u16, i32-1, -i32, i32*i32, u32+1, u32*u32, i64-1, -i64, i64/-1, i64%-1, u64+1, u64*u64)
	fmt.Println(-7/2, -7%2, 7/-2, 7%-2, -7>>1, -8>>1, uint32(1)<<31>>31, int32(1)<<29<<1, 7&^5|2^3)
	fmt.Println(1+2*3<<1, (1+2)*3<<1, 6&3|4^1, 10-2-3, 100/10/2, 2*3%4, 1<<2+1, 5&6 == 4, !true || true && false)
	var f float64 = 1e100
	fmt.Println(f == 1e100, float32(f) > math.MaxFloat32, -1/f*0, 1/(-1/f*0), f-f, uint8(int(f-f)+7&0xff))
	var z float64
	fmt.Println(1/z, -1/z, z/z == z/z, math.IsNaN(z/z), z/z < 1, z/z != z/z, int64(1e18), uint64(1e19))
	fmt.Println(complex(1, 2), real(3i), imag(2+0i), complex64(c1), -c1, c1 == 5+5i, complex(float32(1), 2))
	fmt.Printf("%T %T %T\n", complex(1, 2), complex(float32(1), 2), real(complex64(1)))
	var c complex128 = complex(z, 1/z)
	fmt.Println(c, c*c, 1/c, c == c)
	fmt.Println(min(1, 2.5, 'a'), max(2, 1.0), min("b", "a"), max(-0.0, 0), min(3, 2, 1))
	fmt.Printf("%T %T %T\n", min(1, 2.5), max('a', 1), min(int8(3), 4))
	const cm = min(big, 4, 7.5)
	var arrm [cm]int
	fmt.Println(len(arrm), min(math.NaN(), 1), max(math.Inf(-1), math.NaN()), 1/min(0.0, math.Copysign(0, -1)), 1/max(math.Copysign(0, -1), 0))
	fmt.Println(string(rune(65)), string(rune(-1)), string(rune(0x10ffff+1)), []byte("é"), []rune("é\xff"), string([]rune{0xd800, 'a'}), string([]byte{0xff, 65}))
	var iface any = 1 << 3
	_, isInt := iface.(int)
	fmt.Println(isInt, iface == 8, iface == 8.0, iface == int64(8))
	var by byte = 'a' + 1
	var rn = 'a' + 1.0
	var fl2 = 2 * 3.0
	var in int = 6.0 / 2
	var sum = 1 + 1i - 1i
	fmt.Printf("%T %v %T %v %T %v %v %T\n", by, by, rn, rn, fl2, fl2, in, sum)
	fmt.Println(len("abc"[1:]), "abc"[1], "héllo"[1:3] == "é", "a"+"b" < "ac", "" == "\x00")
	fmt.Println(uint32(1<<32-1), int8(-1<<7), uint(1)<<63, 1<<63-1, -1<<63)
	fmt.Println(7.0/2, 7/2, 7/2*2.0, 7/2.0*2, 'b'-'a', 10/4*4, 10*4/4, 1/3.0*3)
}
