// Made by a generator; recorded from Go.
package main
import ("fmt"; "strings"; "errors")
var _ = strings.Repeat
func kc[T any](x T) T { return x }
type P struct { f_int int; f_int8 int8; f_uint8 uint8; f_int16 int16; f_uint16 uint16; f_int32 int32; f_uint32 uint32; f_int64 int64; f_uint64 uint64; f_float64 float64; f_float32 float32; s string; in [3]int16; next *P }
type Sh interface { Area(k int8) int; Name() string }
type A1 struct { w, h uint8 }
type A2 struct { r int32; n string }
func (a A1) Area(k int8) int { return int(a.w*a.h) + int(k) }
func (a A1) Name() string { return "A1" }
func (a *A2) Area(k int8) int { a.r++; return int(a.r)*int(k) }
func (a *A2) Name() string { return a.n }
type E struct { Sh; tag string }
func try(n string, f func()) { defer func() { if r := recover(); r != nil { fmt.Println(n, "panic", r) } }(); f() }
func gmax[T int|int8|uint8|int16|uint16|int32|uint32|int64|uint64|float64|float32](a, b T) T { if a > b { return a }; return b }
func seq(n int) func(func(int, string) bool) { return func(y func(int, string) bool) { for i := 0; i < n; i++ { if !y(i, fmt.Sprint("s", i)) { return } } } }
func div(a, b int) (q int, err error) { defer func() { if r := recover(); r != nil { err = fmt.Errorf("rec: %v", r); q-- } }(); q = 7; return a / b, nil }
func f0() {
	i, str, strs := 1, "x", []string{"p", "q"}
	p := &P{s: "ps"}; mp := map[string][]uint16{}; var sh Sh = A1{2, 3}
	v_int := int(-3); a_int := [3]int{-1, 9223372036854775807}
	v_int8 := int8(2); a_int8 := [3]int8{126, -3}
	v_uint8 := uint8(0); a_uint8 := [3]uint8{2, 0}
	v_int16 := int16(7); a_int16 := [3]int16{-1, -32768}
	v_uint16 := uint16(0); a_uint16 := [3]uint16{0, 0}
	v_int32 := int32(2147483646); a_int32 := [3]int32{2147483646, -1}
	v_uint32 := uint32(4294967294); a_uint32 := [3]uint32{2, 0}
	v_int64 := int64(4611686018427387903); a_int64 := [3]int64{3, 9223372036854775806}
	v_uint64 := uint64(2); a_uint64 := [3]uint64{1, 0}
	v_float64 := float64(1e10); a_float64 := [3]float64{7, 7}
	v_float32 := float32(0.1); a_float32 := [3]float32{7, 1e10}
	mp[str[min(len(str), 1):]] = append(mp[string([]byte(strs[i%2]))], func() uint16 { if ((kc(int16(32767)) != a_int16[1]) && (a_uint64[i%3] != v_uint64)) { return (v_uint16 * kc(uint16(0))) }; return (v_uint16 - v_uint16) }()); fmt.Println(len(mp), len(mp[str]))
	if q2, err := div((func() int { if (v_int64 >= p.f_int64) { return a_int[1] }; return v_int }() << (gmax(p.f_uint16, p.f_uint16)&31)), (^v_int)); err != nil { fmt.Println(err, q2) } else { v_int += q2 }
	mp[(strs[i%2] + p.s)] = append(mp[fmt.Sprint(p.f_int8)], uint16(uint16(int64(v_uint8)))); fmt.Println(len(mp), len(mp[str]))
	str = (string(rune(v_int32)) + (sh.Name() + strs[i%2])); if len(str) > 40 { str = str[:3] }
	fmt.Println(i, str, strs, len(mp), sh.Name(), v_int, a_int, p.f_int, v_int8, a_int8, p.f_int8, v_uint8, a_uint8, p.f_uint8, v_int16, a_int16, p.f_int16, v_uint16, a_uint16, p.f_uint16, v_int32, a_int32, p.f_int32, v_uint32, a_uint32, p.f_uint32, v_int64, a_int64, p.f_int64, v_uint64, a_uint64, p.f_uint64, v_float64, a_float64, p.f_float64, v_float32, a_float32, p.f_float32)
}
func f1() {
	i, str, strs := 1, "x", []string{"p", "q"}
	p := &P{s: "ps"}; mp := map[string][]uint16{}; var sh Sh = A1{2, 3}
	v_int := int(2); a_int := [3]int{-1, 4611686018427387903}
	v_int8 := int8(126); a_int8 := [3]int8{3, 0}
	v_uint8 := uint8(1); a_uint8 := [3]uint8{3, 0}
	v_int16 := int16(7); a_int16 := [3]int16{2, 1}
	v_uint16 := uint16(1); a_uint16 := [3]uint16{2, 0}
	v_int32 := int32(-2147483648); a_int32 := [3]int32{7, 2147483647}
	v_uint32 := uint32(7); a_uint32 := [3]uint32{2147483647, 0}
	v_int64 := int64(3); a_int64 := [3]int64{-9223372036854775808, 3}
	v_uint64 := uint64(0); a_uint64 := [3]uint64{7, 0}
	v_float64 := float64(1e10); a_float64 := [3]float64{0.5, 0.1}
	v_float32 := float32(1e10); a_float32 := [3]float32{0.1, 7}
	if (func() uint8 { if (v_float32 < v_float32) { return v_uint8 }; return v_uint8 }() <= (a_uint8[1] & a_uint8[1])) {
		v_int64 = (min(max(kc(int64(3)), a_int64[1]), (a_int64[i%3] | v_int64)) - min((p.f_int64 << (v_uint64&31)), (v_int64 + p.f_int64)))
	} else {
		v_int64 += ((kc(int64(7)) | p.f_int64) ^ int64(p.f_uint64))
		fmt.Println(((v_int64 * p.f_int64) / (min(kc(int64(-3)), a_int64[1])|1)), float32((v_uint8 >> (v_uint32&127))), ((strs[i%2] + p.s) + str[min(len(str), 1):]))
	}
	p.f_float32 = float32((^(a_int64[i%3] + v_int64)))
	fmt.Println(i, str, strs, len(mp), sh.Name(), v_int, a_int, p.f_int, v_int8, a_int8, p.f_int8, v_uint8, a_uint8, p.f_uint8, v_int16, a_int16, p.f_int16, v_uint16, a_uint16, p.f_uint16, v_int32, a_int32, p.f_int32, v_uint32, a_uint32, p.f_uint32, v_int64, a_int64, p.f_int64, v_uint64, a_uint64, p.f_uint64, v_float64, a_float64, p.f_float64, v_float32, a_float32, p.f_float32)
}
func f2() {
	i, str, strs := 0, "x", []string{"p", "q"}
	p := &P{s: "ps"}; mp := map[string][]uint16{}; var sh Sh = A1{2, 3}
	v_int := int(4611686018427387903); a_int := [3]int{0, 1}
	v_int8 := int8(7); a_int8 := [3]int8{126, 0}
	v_uint8 := uint8(0); a_uint8 := [3]uint8{127, 0}
	v_int16 := int16(0); a_int16 := [3]int16{16383, 3}
	v_uint16 := uint16(32767); a_uint16 := [3]uint16{0, 0}
	v_int32 := int32(3); a_int32 := [3]int32{7, 2147483647}
	v_uint32 := uint32(2); a_uint32 := [3]uint32{7, 0}
	v_int64 := int64(3); a_int64 := [3]int64{1, -3}
	v_uint64 := uint64(3); a_uint64 := [3]uint64{7, 0}
	v_float64 := float64(0.5); a_float64 := [3]float64{0.5, 7}
	v_float32 := float32(-3.25); a_float32 := [3]float32{-3.25, 7}
	str = string(rune((v_int32 ^ v_int32))); if len(str) > 40 { str = str[:3] }
	for j11 := 0; j11 < 4; j11++ {
		 i += j11
		sh = A1{gmax(p.f_uint8, a_uint8[1]), 3}; fmt.Println(sh.Area((-int8(v_int8))), sh.Name())
		a_uint32[i%3] = (uint32((kc(int16(1)) >> (v_uint8&127))) | (^(v_uint32 * v_uint32)))
		sh = A1{(p.f_uint8 << (kc(uint8(254))&70)), 3}; fmt.Println(sh.Area(((p.f_int8 >> (v_uint32&7)) | (v_int8 - v_int8))), sh.Name())
		if (v_uint8 != kc(uint8(0))) { continue }
	}
	fmt.Println(max((v_int16 - p.f_int16), int16(v_int64)), (^(p.f_uint8 >> (kc(uint16(1))&31))), ((strs[i%2] + strs[i%2]) + (sh.Name() + p.s)))
	a_float64[i%3] = gmax((float64(kc(int64(-1))) - (a_float64[1] + v_float64)), max((v_float64 * v_float64), float64(p.f_int8)))
	fmt.Println(i, str, strs, len(mp), sh.Name(), v_int, a_int, p.f_int, v_int8, a_int8, p.f_int8, v_uint8, a_uint8, p.f_uint8, v_int16, a_int16, p.f_int16, v_uint16, a_uint16, p.f_uint16, v_int32, a_int32, p.f_int32, v_uint32, a_uint32, p.f_uint32, v_int64, a_int64, p.f_int64, v_uint64, a_uint64, p.f_uint64, v_float64, a_float64, p.f_float64, v_float32, a_float32, p.f_float32)
}
func f3() {
	i, str, strs := 2, "x", []string{"p", "q"}
	p := &P{s: "ps"}; mp := map[string][]uint16{}; var sh Sh = A1{2, 3}
	v_int := int(4611686018427387903); a_int := [3]int{2, 2}
	v_int8 := int8(126); a_int8 := [3]int8{1, -3}
	v_uint8 := uint8(1); a_uint8 := [3]uint8{0, 255}
	v_int16 := int16(-3); a_int16 := [3]int16{-1, -32768}
	v_uint16 := uint16(7); a_uint16 := [3]uint16{1, 0}
	v_int32 := int32(2147483647); a_int32 := [3]int32{2147483646, -1}
	v_uint32 := uint32(2); a_uint32 := [3]uint32{3, 0}
	v_int64 := int64(9223372036854775807); a_int64 := [3]int64{-3, 7}
	v_uint64 := uint64(3); a_uint64 := [3]uint64{9223372036854775807, 9223372036854775807}
	v_float64 := float64(-3.25); a_float64 := [3]float64{1e10, 1e10}
	v_float32 := float32(-3.25); a_float32 := [3]float32{7, 0.5}
	sh = &E{&A2{r: 2}, "p"}; fmt.Println(sh.Area((int8(kc(uint64(1))) << ((^v_uint16)&31))), sh.Name())
	switch int8(int64(v_uint8)) {
	case int8(kc(int64(0))), (v_int8 / kc(int8(63))):
		sh = &E{&A2{r: 2}, "p"}; fmt.Println(sh.Area(gmax((p.f_int8 - v_int8), gmax(kc(int8(126)), p.f_int8))), sh.Name())
		sh = E{A1{1, func() uint8 { if (v_float64 > v_float64) { return v_uint8 }; return p.f_uint8 }()}, "e"}; fmt.Println(sh.Area(func() int8 { if (kc(int64(3)) <= v_int64) { return (v_int8 ^ v_int8) }; return (^p.f_int8) }()), sh.Name())
	default:
		a_uint32[i%3] = uint32((func() uint8 { if (v_uint8 >= a_uint8[1]) { return a_uint8[0] }; return a_uint8[2] }() & (a_uint8[1] * kc(uint8(3)))))
	}
	fmt.Println(((a_int16[2] - v_int16) + (a_int16[i%3] + a_int16[2])), ((v_int32 % v_int32) >> (max(v_uint64, v_uint64)&127)), ((p.s + "lit") + str[min(len(str), 1):]))
	a_int64[i%3] = int64(int64(v_uint8))
	fmt.Println(i, str, strs, len(mp), sh.Name(), v_int, a_int, p.f_int, v_int8, a_int8, p.f_int8, v_uint8, a_uint8, p.f_uint8, v_int16, a_int16, p.f_int16, v_uint16, a_uint16, p.f_uint16, v_int32, a_int32, p.f_int32, v_uint32, a_uint32, p.f_uint32, v_int64, a_int64, p.f_int64, v_uint64, a_uint64, p.f_uint64, v_float64, a_float64, p.f_float64, v_float32, a_float32, p.f_float32)
}
func f4() {
	i, str, strs := 5, "x", []string{"p", "q"}
	p := &P{s: "ps"}; mp := map[string][]uint16{}; var sh Sh = A1{2, 3}
	v_int := int(-3); a_int := [3]int{3, 3}
	v_int8 := int8(-1); a_int8 := [3]int8{7, 63}
	v_uint8 := uint8(127); a_uint8 := [3]uint8{254, 0}
	v_int16 := int16(3); a_int16 := [3]int16{-32768, 3}
	v_uint16 := uint16(0); a_uint16 := [3]uint16{32767, 3}
	v_int32 := int32(2147483647); a_int32 := [3]int32{2147483646, 1}
	v_uint32 := uint32(4294967295); a_uint32 := [3]uint32{4294967294, 4294967294}
	v_int64 := int64(7); a_int64 := [3]int64{-3, 7}
	v_uint64 := uint64(0); a_uint64 := [3]uint64{7, 0}
	v_float64 := float64(1e10); a_float64 := [3]float64{1e10, 7}
	v_float32 := float32(-3.25); a_float32 := [3]float32{0.5, -3.25}
	a_int16[i%3]++
	switch int32(gmax(a_int64[i%3], kc(int64(9223372036854775807)))) {
	case (p.f_int32 - a_int32[i%3]), (p.f_int32 ^ v_int32):
		fmt.Println(int8((^v_int8)), min((v_int64 >> (v_uint32&127)), int64(int64(v_uint8))), fmt.Sprint(gmax(v_int32, v_int32)))
		str = fmt.Sprint(float32(v_uint16)); if len(str) > 40 { str = str[:3] }
	default:
		a_uint64[i%3] |= uint64(func() uint8 { if (v_float64 <= kc(float64(7))) { return v_uint8 }; return a_uint8[0] }())
		switch ((v_int32 << (p.f_uint8&70)) - gmax(kc(int32(0)), v_int32)) {
		case max(kc(int32(2147483647)), v_int32), (^v_int32):
			mp[string([]byte("lit"))] = append(mp[string(rune(kc(int32(1073741823))))], ((v_uint16 ^ kc(uint16(3))) + (p.f_uint16 / v_uint16))); fmt.Println(len(mp), len(mp[str]))
		default:
			v_int64 = int64(func() uint32 { if ((p.f_int8 <= p.f_int8) && (a_int64[i%3] < v_int64)) { return gmax(v_uint32, v_uint32) }; return (v_uint32 - v_uint32) }())
		}
	}
	fmt.Println(gmax((a_float64[1] - p.f_float64), (a_float64[2] * p.f_float64)), int8(int64(v_uint8)), fmt.Sprint(max(v_float64, kc(float64(1e10)))))
	mp[fmt.Sprint(p.f_int32)] = append(mp[string([]byte(str))], (-uint16(v_int))); fmt.Println(len(mp), len(mp[str]))
	a_uint32[i%3] = ((func() uint32 { if (a_uint16[0] < kc(uint16(32767))) { return a_uint32[1] }; return a_uint32[0] }() >> ((kc(uint64(1)) + v_uint64)&7)) / (max((v_uint32 + v_uint32), func() uint32 { if (a_uint32[i%3] != kc(uint32(7))) { return p.f_uint32 }; return kc(uint32(2147483647)) }())|1))
	fmt.Println(i, str, strs, len(mp), sh.Name(), v_int, a_int, p.f_int, v_int8, a_int8, p.f_int8, v_uint8, a_uint8, p.f_uint8, v_int16, a_int16, p.f_int16, v_uint16, a_uint16, p.f_uint16, v_int32, a_int32, p.f_int32, v_uint32, a_uint32, p.f_uint32, v_int64, a_int64, p.f_int64, v_uint64, a_uint64, p.f_uint64, v_float64, a_float64, p.f_float64, v_float32, a_float32, p.f_float32)
}
func f5() {
	i, str, strs := 0, "x", []string{"p", "q"}
	p := &P{s: "ps"}; mp := map[string][]uint16{}; var sh Sh = A1{2, 3}
	v_int := int(4611686018427387903); a_int := [3]int{-1, -1}
	v_int8 := int8(126); a_int8 := [3]int8{0, 63}
	v_uint8 := uint8(0); a_uint8 := [3]uint8{127, 2}
	v_int16 := int16(16383); a_int16 := [3]int16{32766, -32768}
	v_uint16 := uint16(1); a_uint16 := [3]uint16{0, 1}
	v_int32 := int32(2147483646); a_int32 := [3]int32{2147483647, 1073741823}
	v_uint32 := uint32(4294967294); a_uint32 := [3]uint32{1, 0}
	v_int64 := int64(-3); a_int64 := [3]int64{-9223372036854775808, -9223372036854775808}
	v_uint64 := uint64(0); a_uint64 := [3]uint64{2, 18446744073709551615}
	v_float64 := float64(1e10); a_float64 := [3]float64{0.1, 7}
	v_float32 := float32(-3.25); a_float32 := [3]float32{-3.25, -3.25}
	str = str[min(len(str), 1):]; if len(str) > 40 { str = str[:3] }
	fmt.Println(gmax(func() uint8 { if (p.f_float64 > v_float64) { return kc(uint8(0)) }; return a_uint8[1] }(), (v_uint8 * p.f_uint8)), gmax((v_int8 * v_int8), (v_int8 % v_int8)), string([]byte(fmt.Sprint(v_int))))
	mp[fmt.Sprint(kc(int64(4611686018427387903)))] = append(mp[str[min(len(str), 1):]], ((a_uint16[1] << (v_uint32&70)) / (v_uint16 % p.f_uint16))); fmt.Println(len(mp), len(mp[str]))
	*p = P{f_uint64: uint64(func() int64 { if (p.f_uint32 != v_uint32) { return v_int64 }; return a_int64[2] }()), s: (str + "lit"), in: [3]int16{1: func() int16 { if ((kc(float32(7)) >= kc(float32(1e10))) && (a_int16[0] < v_int16)) { return (kc(int16(7)) * v_int16) }; return (p.f_int16 & v_int16) }()}, next: p.next}; fmt.Println(*p == P{s: str}, p.in)
	a_int16[i%3] = ((int16(int64(v_uint8)) * gmax(v_int16, v_int16)) - ((^v_int16) + int16(v_int16)))
	fmt.Println(i, str, strs, len(mp), sh.Name(), v_int, a_int, p.f_int, v_int8, a_int8, p.f_int8, v_uint8, a_uint8, p.f_uint8, v_int16, a_int16, p.f_int16, v_uint16, a_uint16, p.f_uint16, v_int32, a_int32, p.f_int32, v_uint32, a_uint32, p.f_uint32, v_int64, a_int64, p.f_int64, v_uint64, a_uint64, p.f_uint64, v_float64, a_float64, p.f_float64, v_float32, a_float32, p.f_float32)
}
func f6() {
	i, str, strs := 5, "x", []string{"p", "q"}
	p := &P{s: "ps"}; mp := map[string][]uint16{}; var sh Sh = A1{2, 3}
	v_int := int(9223372036854775807); a_int := [3]int{7, 0}
	v_int8 := int8(-3); a_int8 := [3]int8{126, 2}
	v_uint8 := uint8(255); a_uint8 := [3]uint8{0, 0}
	v_int16 := int16(-1); a_int16 := [3]int16{1, -32768}
	v_uint16 := uint16(32767); a_uint16 := [3]uint16{0, 0}
	v_int32 := int32(2); a_int32 := [3]int32{1, 2147483646}
	v_uint32 := uint32(0); a_uint32 := [3]uint32{0, 2147483647}
	v_int64 := int64(4611686018427387903); a_int64 := [3]int64{-9223372036854775808, 4611686018427387903}
	v_uint64 := uint64(0); a_uint64 := [3]uint64{18446744073709551615, 7}
	v_float64 := float64(0.5); a_float64 := [3]float64{7, 0.1}
	v_float32 := float32(0.5); a_float32 := [3]float32{1e10, 1e10}
	mp[string(rune(a_int32[1]))] = append(mp[("lit" + sh.Name())], ((kc(uint16(65535)) - p.f_uint16) - uint16(a_int64[2]))); fmt.Println(len(mp), len(mp[str]))
	fmt.Println(func() int16 { if ((v_uint16 < v_uint16) && (kc(int32(0)) != kc(int32(7)))) { return int16(v_uint8) }; return func() int16 { if (v_uint16 <= v_uint16) { return kc(int16(32766)) }; return v_int16 }() }(), (gmax(v_float64, v_float64) - (-v_float64)), (string(rune(v_int32)) + fmt.Sprint(v_float32)))
	for k42, w42 := range seq(4) {
		str += w42[:1]; i += k42
		a_uint32[i%3] = uint32(func() uint32 { if (kc(int(7)) < kc(int(1))) { return (^v_uint32) }; return (a_uint32[i%3] & v_uint32) }())
		if ((v_uint16 >= kc(uint16(32767))) && (v_int16 > p.f_int16)) { return }
	}
	mp[string(rune(kc(int32(2147483647))))] = append(mp[str[min(len(str), 1):]], (min(kc(uint16(0)), kc(uint16(0))) & max(kc(uint16(1)), kc(uint16(65535))))); fmt.Println(len(mp), len(mp[str]))
	fmt.Println(i, str, strs, len(mp), sh.Name(), v_int, a_int, p.f_int, v_int8, a_int8, p.f_int8, v_uint8, a_uint8, p.f_uint8, v_int16, a_int16, p.f_int16, v_uint16, a_uint16, p.f_uint16, v_int32, a_int32, p.f_int32, v_uint32, a_uint32, p.f_uint32, v_int64, a_int64, p.f_int64, v_uint64, a_uint64, p.f_uint64, v_float64, a_float64, p.f_float64, v_float32, a_float32, p.f_float32)
}
func f7() {
	i, str, strs := 4, "x", []string{"p", "q"}
	p := &P{s: "ps"}; mp := map[string][]uint16{}; var sh Sh = A1{2, 3}
	v_int := int(-3); a_int := [3]int{-9223372036854775808, 9223372036854775806}
	v_int8 := int8(3); a_int8 := [3]int8{-1, 7}
	v_uint8 := uint8(2); a_uint8 := [3]uint8{0, 1}
	v_int16 := int16(-3); a_int16 := [3]int16{-32768, 7}
	v_uint16 := uint16(0); a_uint16 := [3]uint16{65534, 0}
	v_int32 := int32(1); a_int32 := [3]int32{-3, 3}
	v_uint32 := uint32(0); a_uint32 := [3]uint32{1, 0}
	v_int64 := int64(0); a_int64 := [3]int64{1, 4611686018427387903}
	v_uint64 := uint64(7); a_uint64 := [3]uint64{9223372036854775807, 2}
	v_float64 := float64(0.1); a_float64 := [3]float64{7, 0.1}
	v_float32 := float32(0.1); a_float32 := [3]float32{-3.25, 7}
	if ((v_int8 <= v_int8) && !((kc(uint8(2)) == a_uint8[2]) || (v_int != kc(int(3))))) {
		if q46, err := div(((v_int - v_int) & int(v_uint16)), (a_int[2] * a_int[2])); err != nil { fmt.Println(err, q46) } else { v_int += q46 }
		a_int64[i%3] = (((p.f_int64 | a_int64[2]) >> ((kc(uint8(0)) >> (kc(uint8(127))&70))&31)) * ((a_int64[i%3] & v_int64) & int64(v_uint64)))
	} else {
		p.f_uint16 = (((-p.f_uint16) / (uint16(kc(int64(9223372036854775806)))|1)) & func() uint16 { if (v_uint64 >= v_uint64) { return uint16(v_int16) }; return gmax(v_uint16, v_uint16) }())
		sh = &A2{int32(a_int64[0]), "n"}; fmt.Println(sh.Area(int8((kc(int(-3)) + p.f_int))), sh.Name())
		a_float64[i%3] += gmax((v_float64 * kc(float64(0.5))), float64(v_uint16))
	}
	*p = P{f_uint8: func() uint8 { if (v_int >= a_int[1]) { return uint8(p.f_uint16) }; return func() uint8 { if (a_uint8[2] >= kc(uint8(0))) { return v_uint8 }; return a_uint8[0] }() }(), s: (str + p.s), in: [3]int16{1: ((p.f_int16 >> (kc(uint16(0))&127)) - (a_int16[1] * v_int16))}, next: p.next}; fmt.Println(*p == P{s: str}, p.in)
	switch uint16((v_int16 % v_int16)) {
	case gmax(v_uint16, v_uint16), (v_uint16 << (kc(uint32(4294967295))&31)):
		for k53, w53 := range seq(4) {
			str += w53[:1]; i += k53
			p.f_int64 += ((a_int64[2] >> (a_uint16[1]&70)) & (a_int64[2] << (v_uint8&7)))
			*p = P{f_float32: float32(min(p.f_uint32, v_uint32)), s: (str + "lit"), in: [3]int16{1: (max(v_int16, a_int16[i%3]) + (kc(int16(2)) % v_int16))}, next: p.next}; fmt.Println(*p == P{s: str}, p.in)
			if ((a_int32[2] == p.f_int32) && (p.f_int64 <= a_int64[2])) { break }
		}
		str = string(rune((p.f_int32 | v_int32))); if len(str) > 40 { str = str[:3] }
		a_int64[i%3] = (((v_int64 + v_int64) + max(p.f_int64, kc(int64(2)))) >> ((gmax(v_uint16, kc(uint16(0))) * (v_uint16 | v_uint16))&70))
	default:
		for k58, w58 := range seq(2) {
			str += w58[:1]; i += k58
			a_int8[i%3] = (func() int8 { if (v_uint16 >= v_uint16) { return min(v_int8, kc(int8(127))) }; return func() int8 { if (p.f_int8 != kc(int8(127))) { return p.f_int8 }; return a_int8[i%3] }() }() * max((v_int8 % kc(int8(127))), int8(int64(v_uint8))))
			fmt.Println(gmax((kc(int32(-3)) - v_int32), int32(v_uint16)), gmax(int32(p.f_int32), (^v_int32)), (string([]byte(sh.Name())) + ("lit" + p.s)))
			if (v_int64 > v_int64) { continue }
		}
		sh = E{A1{1, uint8(v_int8)}, "e"}; fmt.Println(sh.Area((func() int8 { if (v_float32 == v_float32) { return v_int8 }; return p.f_int8 }() ^ (v_int8 >> (v_uint8&70)))), sh.Name())
		p.f_float64 -= gmax(float64(a_uint64[2]), (v_float64 * v_float64))
	}
	switch int64((v_int16 / (kc(int16(32767))|1))) {
	case (v_int64 / kc(int64(4611686018427387903))), (v_int64 - v_int64):
		if ((a_int32[2] | a_int32[2]) < (kc(int32(-2147483648)) + v_int32)) {
			fmt.Println((func() int32 { if (kc(int64(0)) < a_int64[i%3]) { return v_int32 }; return v_int32 }() << ((v_uint16 + v_uint16)&7)), float64(max(v_int, v_int)), str[min(len(str), 1):])
			for k66, w66 := range seq(2) {
				str += w66[:1]; i += k66
				fmt.Println(func() int8 { if (v_float32 >= a_float32[2]) { return (v_int8 / v_int8) }; return func() int8 { if (v_float32 > v_float32) { return v_int8 }; return v_int8 }() }(), (-gmax(v_float32, v_float32)), fmt.Sprint((v_uint64 - v_uint64)))
				if !((p.f_uint8 <= p.f_uint8) || (v_uint64 != v_uint64)) { continue }
			}
		} else {
			p.f_uint16 = ((uint16(v_uint32) + (a_uint16[0] ^ v_uint16)) / (uint16(kc(uint32(0))) - (v_uint16 - a_uint16[0])))
			sh = &A2{(p.f_int32 - a_int32[i%3]), "n"}; fmt.Println(sh.Area((gmax(v_int8, a_int8[0]) >> (max(v_uint32, kc(uint32(4294967294)))&31))), sh.Name())
			for k70, w70 := range seq(2) {
				str += w70[:1]; i += k70
				mp[("lit" + sh.Name())] = append(mp[(sh.Name() + sh.Name())], ((^v_uint16) * gmax(a_uint16[1], a_uint16[0]))); fmt.Println(len(mp), len(mp[str]))
				if !((v_float64 > p.f_float64) || (kc(uint8(0)) >= v_uint8)) { break }
			}
		}
	default:
		switch ((v_int & v_int) % (kc(int(1)) + a_int[2])) {
		case int(a_uint16[i%3]), (v_int / v_int):
			v_int8 = gmax(int8((v_int64 / a_int64[0])), ((v_int8 * kc(int8(2))) + (-kc(int8(-128)))))
			v_int = (^min((v_int + p.f_int), (^kc(int(0)))))
			a_int8[i%3] = (gmax((kc(int8(126)) + p.f_int8), (p.f_int8 / p.f_int8)) - gmax(int8(p.f_int32), (kc(int8(2)) * v_int8)))
		default:
			if !(((a_uint8[1] <= v_uint8) && (kc(float64(0.5)) == kc(float64(-3.25)))) || (v_float32 < v_float32)) {
				switch y77 := sh.(type) { case A1: fmt.Println("A1", y77.w); case *A2: y77.r += 2; fmt.Println("A2", y77.r); case E: fmt.Println("E", y77.tag); case interface{ Foo() }: ; default: fmt.Printf("%T\n", y77) }
			} else {
				str = str[min(len(str), 1):]; if len(str) > 40 { str = str[:3] }
			}
		}
	}
	fmt.Println(((^p.f_uint8) + (v_uint8 >> (v_uint8&70))), (min(v_float32, v_float32) / (v_float32*v_float32 + 1)), (str[min(len(str), 1):] + fmt.Sprint(a_float64[1])))
	a_float64[i%3]++
	fmt.Println(i, str, strs, len(mp), sh.Name(), v_int, a_int, p.f_int, v_int8, a_int8, p.f_int8, v_uint8, a_uint8, p.f_uint8, v_int16, a_int16, p.f_int16, v_uint16, a_uint16, p.f_uint16, v_int32, a_int32, p.f_int32, v_uint32, a_uint32, p.f_uint32, v_int64, a_int64, p.f_int64, v_uint64, a_uint64, p.f_uint64, v_float64, a_float64, p.f_float64, v_float32, a_float32, p.f_float32)
}
func f8() {
	i, str, strs := 3, "x", []string{"p", "q"}
	p := &P{s: "ps"}; mp := map[string][]uint16{}; var sh Sh = A1{2, 3}
	v_int := int(4611686018427387903); a_int := [3]int{-9223372036854775808, 4611686018427387903}
	v_int8 := int8(7); a_int8 := [3]int8{1, 126}
	v_uint8 := uint8(254); a_uint8 := [3]uint8{255, 0}
	v_int16 := int16(32766); a_int16 := [3]int16{32767, 3}
	v_uint16 := uint16(3); a_uint16 := [3]uint16{1, 3}
	v_int32 := int32(2); a_int32 := [3]int32{0, 1}
	v_uint32 := uint32(4294967295); a_uint32 := [3]uint32{0, 2}
	v_int64 := int64(1); a_int64 := [3]int64{4611686018427387903, -9223372036854775808}
	v_uint64 := uint64(0); a_uint64 := [3]uint64{7, 0}
	v_float64 := float64(1e10); a_float64 := [3]float64{1e10, 7}
	v_float32 := float32(0.1); a_float32 := [3]float32{7, 7}
	for k81, w81 := range seq(3) {
		str += w81[:1]; i += k81
		p.f_int8 *= int8(int64(v_uint8))
		sh = &E{&A2{r: 2}, "p"}; fmt.Println(sh.Area(min(int8(v_int), gmax(v_int8, v_int8))), sh.Name())
		v_float64 += float64((v_uint16 & p.f_uint16))
		if (v_int != p.f_int) { continue }
	}
	fmt.Println(gmax(max(p.f_uint32, a_uint32[0]), (p.f_uint32 * a_uint32[1])), max(float64(kc(uint16(32767))), gmax(p.f_float64, v_float64)), fmt.Sprint((^p.f_int16)))
	p.f_uint32 |= func() uint32 { if (v_int32 == v_int32) { return func() uint32 { if (p.f_uint32 > p.f_uint32) { return kc(uint32(2)) }; return a_uint32[2] }() }; return (^p.f_uint32) }()
	mp[str[min(len(str), 1):]] = append(mp[string([]byte(strs[i%2]))], (gmax(a_uint16[0], v_uint16) & gmax(v_uint16, v_uint16))); fmt.Println(len(mp), len(mp[str]))
	fmt.Println(i, str, strs, len(mp), sh.Name(), v_int, a_int, p.f_int, v_int8, a_int8, p.f_int8, v_uint8, a_uint8, p.f_uint8, v_int16, a_int16, p.f_int16, v_uint16, a_uint16, p.f_uint16, v_int32, a_int32, p.f_int32, v_uint32, a_uint32, p.f_uint32, v_int64, a_int64, p.f_int64, v_uint64, a_uint64, p.f_uint64, v_float64, a_float64, p.f_float64, v_float32, a_float32, p.f_float32)
}
func f9() {
	i, str, strs := 5, "x", []string{"p", "q"}
	p := &P{s: "ps"}; mp := map[string][]uint16{}; var sh Sh = A1{2, 3}
	v_int := int(-3); a_int := [3]int{0, 3}
	v_int8 := int8(63); a_int8 := [3]int8{2, -128}
	v_uint8 := uint8(0); a_uint8 := [3]uint8{254, 254}
	v_int16 := int16(32766); a_int16 := [3]int16{-3, 32767}
	v_uint16 := uint16(32767); a_uint16 := [3]uint16{65535, 32767}
	v_int32 := int32(2147483647); a_int32 := [3]int32{-2147483648, 7}
	v_uint32 := uint32(1); a_uint32 := [3]uint32{0, 2}
	v_int64 := int64(1); a_int64 := [3]int64{9223372036854775806, 2}
	v_uint64 := uint64(7); a_uint64 := [3]uint64{0, 18446744073709551614}
	v_float64 := float64(0.1); a_float64 := [3]float64{7, 0.1}
	v_float32 := float32(0.1); a_float32 := [3]float32{0.5, 0.5}
	p.f_float32 = func() float32 { if ((a_int64[2] - v_int64) == max(a_int64[i%3], v_int64)) { return func() float32 { if (v_int8 == v_int8) { return (v_float32 - a_float32[i%3]) }; return (-a_float32[0]) }() }; return ((v_float32 * a_float32[i%3]) * (a_float32[2] * v_float32)) }()
	str = fmt.Sprint((-v_uint32)); if len(str) > 40 { str = str[:3] }
	v_int64 = (((v_int64 << (v_uint16&70)) + (^v_int64)) | ((v_int64 >> (v_uint8&7)) / ((v_int64 << (a_uint64[i%3]&7))|1)))
	v_int8 -= int8(min(v_int, a_int[1]))
	fmt.Println(i, str, strs, len(mp), sh.Name(), v_int, a_int, p.f_int, v_int8, a_int8, p.f_int8, v_uint8, a_uint8, p.f_uint8, v_int16, a_int16, p.f_int16, v_uint16, a_uint16, p.f_uint16, v_int32, a_int32, p.f_int32, v_uint32, a_uint32, p.f_uint32, v_int64, a_int64, p.f_int64, v_uint64, a_uint64, p.f_uint64, v_float64, a_float64, p.f_float64, v_float32, a_float32, p.f_float32)
}
func f10() {
	i, str, strs := 4, "x", []string{"p", "q"}
	p := &P{s: "ps"}; mp := map[string][]uint16{}; var sh Sh = A1{2, 3}
	v_int := int(9223372036854775807); a_int := [3]int{9223372036854775806, 4611686018427387903}
	v_int8 := int8(63); a_int8 := [3]int8{2, -1}
	v_uint8 := uint8(1); a_uint8 := [3]uint8{0, 0}
	v_int16 := int16(7); a_int16 := [3]int16{-1, -32768}
	v_uint16 := uint16(65535); a_uint16 := [3]uint16{65535, 65535}
	v_int32 := int32(2147483647); a_int32 := [3]int32{-3, 7}
	v_uint32 := uint32(7); a_uint32 := [3]uint32{1, 2147483647}
	v_int64 := int64(7); a_int64 := [3]int64{-1, -3}
	v_uint64 := uint64(7); a_uint64 := [3]uint64{1, 9223372036854775807}
	v_float64 := float64(-3.25); a_float64 := [3]float64{1e10, 0.1}
	v_float32 := float32(0.1); a_float32 := [3]float32{0.5, 0.5}
	a_uint16[i%3] ^= ((v_uint16 >> (v_uint32&127)) * (-v_uint16))
	a_int[i%3] = func() int { if ((kc(uint16(3)) < v_uint16) && (v_int < v_int)) { return ((v_int * v_int) - (kc(int(4611686018427387903)) - v_int)) }; return ((kc(int(2)) + v_int) ^ (v_int + a_int[i%3])) }()
	fmt.Println((-gmax(v_float32, v_float32)), int8(int64(v_uint8)), (string([]byte(str)) + (p.s + str)))
	fmt.Println(i, str, strs, len(mp), sh.Name(), v_int, a_int, p.f_int, v_int8, a_int8, p.f_int8, v_uint8, a_uint8, p.f_uint8, v_int16, a_int16, p.f_int16, v_uint16, a_uint16, p.f_uint16, v_int32, a_int32, p.f_int32, v_uint32, a_uint32, p.f_uint32, v_int64, a_int64, p.f_int64, v_uint64, a_uint64, p.f_uint64, v_float64, a_float64, p.f_float64, v_float32, a_float32, p.f_float32)
}
func f11() {
	i, str, strs := 5, "x", []string{"p", "q"}
	p := &P{s: "ps"}; mp := map[string][]uint16{}; var sh Sh = A1{2, 3}
	v_int := int(-3); a_int := [3]int{7, 9223372036854775807}
	v_int8 := int8(3); a_int8 := [3]int8{-3, -3}
	v_uint8 := uint8(1); a_uint8 := [3]uint8{127, 7}
	v_int16 := int16(-32768); a_int16 := [3]int16{32767, 16383}
	v_uint16 := uint16(7); a_uint16 := [3]uint16{0, 65535}
	v_int32 := int32(1); a_int32 := [3]int32{0, 2147483646}
	v_uint32 := uint32(7); a_uint32 := [3]uint32{7, 1}
	v_int64 := int64(2); a_int64 := [3]int64{9223372036854775806, 7}
	v_uint64 := uint64(2); a_uint64 := [3]uint64{0, 18446744073709551615}
	v_float64 := float64(-3.25); a_float64 := [3]float64{0.5, -3.25}
	v_float32 := float32(-3.25); a_float32 := [3]float32{0.5, 0.5}
	a_uint32[i%3] = max((gmax(kc(uint32(4294967294)), v_uint32) | (a_uint32[1] - v_uint32)), (uint32(p.f_uint8) >> ((v_uint32 >> (a_uint8[0]&31))&70)))
	str = (string([]byte(p.s)) + string(rune(v_int32))); if len(str) > 40 { str = str[:3] }
	for k97, w97 := range seq(3) {
		str += w97[:1]; i += k97
		switch y98 := sh.(type) { case A1: fmt.Println("A1", y98.w); case *A2: y98.r += 2; fmt.Println("A2", y98.r); case E: fmt.Println("E", y98.tag); case interface{ Foo() }: ; default: fmt.Printf("%T\n", y98) }
		sh = E{A1{1, (a_uint8[2] - kc(uint8(1)))}, "e"}; fmt.Println(sh.Area(int8((a_int16[0] >> (a_uint64[1]&31)))), sh.Name())
		if (v_int64 < v_int64) { continue }
	}
	fmt.Println(i, str, strs, len(mp), sh.Name(), v_int, a_int, p.f_int, v_int8, a_int8, p.f_int8, v_uint8, a_uint8, p.f_uint8, v_int16, a_int16, p.f_int16, v_uint16, a_uint16, p.f_uint16, v_int32, a_int32, p.f_int32, v_uint32, a_uint32, p.f_uint32, v_int64, a_int64, p.f_int64, v_uint64, a_uint64, p.f_uint64, v_float64, a_float64, p.f_float64, v_float32, a_float32, p.f_float32)
}
func f12() {
	i, str, strs := 1, "x", []string{"p", "q"}
	p := &P{s: "ps"}; mp := map[string][]uint16{}; var sh Sh = A1{2, 3}
	v_int := int(2); a_int := [3]int{-9223372036854775808, 3}
	v_int8 := int8(1); a_int8 := [3]int8{127, 0}
	v_uint8 := uint8(0); a_uint8 := [3]uint8{1, 255}
	v_int16 := int16(-1); a_int16 := [3]int16{-1, 3}
	v_uint16 := uint16(0); a_uint16 := [3]uint16{3, 0}
	v_int32 := int32(7); a_int32 := [3]int32{0, -2147483648}
	v_uint32 := uint32(2147483647); a_uint32 := [3]uint32{0, 7}
	v_int64 := int64(4611686018427387903); a_int64 := [3]int64{-1, 9223372036854775807}
	v_uint64 := uint64(7); a_uint64 := [3]uint64{18446744073709551614, 9223372036854775807}
	v_float64 := float64(1e10); a_float64 := [3]float64{0.5, 1e10}
	v_float32 := float32(1e10); a_float32 := [3]float32{1e10, 7}
	v_int32++
	switch y101 := sh.(type) { case A1: fmt.Println("A1", y101.w); case *A2: y101.r += 2; fmt.Println("A2", y101.r); case E: fmt.Println("E", y101.tag); case interface{ Foo() }: ; default: fmt.Printf("%T\n", y101) }
	fmt.Println(i, str, strs, len(mp), sh.Name(), v_int, a_int, p.f_int, v_int8, a_int8, p.f_int8, v_uint8, a_uint8, p.f_uint8, v_int16, a_int16, p.f_int16, v_uint16, a_uint16, p.f_uint16, v_int32, a_int32, p.f_int32, v_uint32, a_uint32, p.f_uint32, v_int64, a_int64, p.f_int64, v_uint64, a_uint64, p.f_uint64, v_float64, a_float64, p.f_float64, v_float32, a_float32, p.f_float32)
}
func f13() {
	i, str, strs := 4, "x", []string{"p", "q"}
	p := &P{s: "ps"}; mp := map[string][]uint16{}; var sh Sh = A1{2, 3}
	v_int := int(4611686018427387903); a_int := [3]int{4611686018427387903, 2}
	v_int8 := int8(63); a_int8 := [3]int8{1, 63}
	v_uint8 := uint8(0); a_uint8 := [3]uint8{0, 127}
	v_int16 := int16(7); a_int16 := [3]int16{-1, 32766}
	v_uint16 := uint16(65535); a_uint16 := [3]uint16{65534, 0}
	v_int32 := int32(2147483646); a_int32 := [3]int32{7, 7}
	v_uint32 := uint32(2); a_uint32 := [3]uint32{7, 2}
	v_int64 := int64(-3); a_int64 := [3]int64{9223372036854775807, 2}
	v_uint64 := uint64(0); a_uint64 := [3]uint64{9223372036854775807, 1}
	v_float64 := float64(7); a_float64 := [3]float64{-3.25, -3.25}
	v_float32 := float32(-3.25); a_float32 := [3]float32{-3.25, 1e10}
	if (int32(a_uint32[2]) == (v_int32 / (v_int32|1))) {
		switch y103 := sh.(type) { case A1: fmt.Println("A1", y103.w); case *A2: y103.r += 2; fmt.Println("A2", y103.r); case E: fmt.Println("E", y103.tag); case interface{ Foo() }: ; default: fmt.Printf("%T\n", y103) }
		if (func() uint8 { if (v_int32 == a_int32[0]) { return v_uint8 }; return v_uint8 }() >= (p.f_uint8 % v_uint8)) {
			a_int[i%3] = (^int(int64(v_uint8)))
		} else {
			*p = P{f_int32: (gmax(p.f_int32, v_int32) ^ int32(kc(int16(-32768)))), s: string(rune(p.f_int32)), in: [3]int16{1: ((v_int16 / a_int16[2]) % ((kc(int16(2)) | kc(int16(0)))|1))}, next: p.next}; fmt.Println(*p == P{s: str}, p.in)
			p.f_uint64 = func() uint64 { if (gmax(v_uint8, p.f_uint8) != (v_uint8 / (v_uint8|1))) { return func() uint64 { if (p.f_int != v_int) { return (^v_uint64) }; return uint64(v_uint8) }() }; return uint64(gmax(v_uint16, a_uint16[2])) }()
		}
	} else {
		switch (-(v_int8 << (v_uint64&7))) {
		case (v_int8 & v_int8), (v_int8 | p.f_int8):
			if !((v_float32 >= v_float32) || (v_float32 == v_float32)) {
				switch y110 := sh.(type) { case A1: fmt.Println("A1", y110.w); case *A2: y110.r += 2; fmt.Println("A2", y110.r); case E: fmt.Println("E", y110.tag); case interface{ Foo() }: ; default: fmt.Printf("%T\n", y110) }
				switch y111 := sh.(type) { case A1: fmt.Println("A1", y111.w); case *A2: y111.r += 2; fmt.Println("A2", y111.r); case E: fmt.Println("E", y111.tag); case interface{ Foo() }: ; default: fmt.Printf("%T\n", y111) }
			} else {
				v_int8++
				sh = &A2{(v_int32 ^ kc(int32(2147483647))), "n"}; fmt.Println(sh.Area((func() int8 { if (a_float64[i%3] >= a_float64[1]) { return v_int8 }; return v_int8 }() % gmax(kc(int8(-3)), v_int8))), sh.Name())
			}
			a_uint64[i%3] = min((func() uint64 { if (v_float32 != kc(float32(-3.25))) { return v_uint64 }; return v_uint64 }() >> (gmax(p.f_uint8, v_uint8)&7)), (^(a_uint64[i%3] * v_uint64)))
			str = string(rune((v_int32 - a_int32[2]))); if len(str) > 40 { str = str[:3] }
		default:
			a_float64[i%3]++
		}
	}
	if q117, err := div((^(-v_int)), func() int { if (p.f_int >= p.f_int) { return v_int }; return kc(int(7)) }()); err != nil { fmt.Println(err, q117) } else { v_int += q117 }
	if !((a_int16[i%3] != kc(int16(1))) || (a_float64[i%3] < kc(float64(0.5)))) {
		fmt.Println(gmax((^a_uint64[2]), (v_uint64 & a_uint64[i%3])), ((v_int - v_int) * int(v_int16)), str[min(len(str), 1):])
		if q120, err := div((gmax(v_int, kc(int(9223372036854775806))) - (v_int >> (a_uint8[i%3]&70))), (p.f_int + kc(int(-1)))); err != nil { fmt.Println(err, q120) } else { v_int += q120 }
		switch (gmax(v_float64, v_float64) + (-p.f_float64)) {
		case float64(a_uint8[i%3]), gmax(a_float64[2], v_float64):
			v_int16 = int16((uint8(v_int64) >> ((v_uint16 * p.f_uint16)&7)))
			for j123 := 0; j123 < 2; j123++ {
				 i += j123
				switch y124 := sh.(type) { case A1: fmt.Println("A1", y124.w); case *A2: y124.r += 2; fmt.Println("A2", y124.r); case E: fmt.Println("E", y124.tag); case interface{ Foo() }: ; default: fmt.Printf("%T\n", y124) }
				if q125, err := div(((v_int << (v_uint64&127)) - int(v_int64)), (v_int & kc(int(7)))); err != nil { fmt.Println(err, q125) } else { v_int += q125 }
				mp[string([]byte(sh.Name()))] = append(mp[fmt.Sprint(kc(int8(7)))], (max(kc(uint16(3)), v_uint16) / ((^v_uint16)|1))); fmt.Println(len(mp), len(mp[str]))
				if (v_int8 >= v_int8) { break }
			}
		default:
			switch y127 := sh.(type) { case A1: fmt.Println("A1", y127.w); case *A2: y127.r += 2; fmt.Println("A2", y127.r); case E: fmt.Println("E", y127.tag); case interface{ Foo() }: ; default: fmt.Printf("%T\n", y127) }
		}
	} else {
		switch max((v_int32 + p.f_int32), (v_int32 + kc(int32(2147483647)))) {
		case max(v_int32, v_int32), (v_int32 / v_int32):
			v_int64++
		default:
			a_int32[i%3] = (int32(int64(v_uint8)) + ((p.f_int32 | kc(int32(-2147483648))) - int32(p.f_uint32)))
			if q131, err := div((int(v_uint32) << (func() uint8 { if (a_int32[2] > v_int32) { return kc(uint8(0)) }; return v_uint8 }()&70)), (p.f_int % (v_int|1))); err != nil { fmt.Println(err, q131) } else { v_int += q131 }
			p.f_uint32 = max(gmax(max(kc(uint32(0)), v_uint32), uint32(p.f_int8)), ((v_uint32 & v_uint32) ^ (p.f_uint32 | v_uint32)))
		}
		if q133, err := div(int(min(a_int32[1], a_int32[1])), func() int { if (v_int64 != a_int64[1]) { return v_int }; return v_int }()); err != nil { fmt.Println(err, q133) } else { v_int += q133 }
	}
	*p = P{f_uint16: ((v_uint16 - v_uint16) >> ((a_uint8[2] >> (p.f_uint8&31))&31)), s: string([]byte(sh.Name())), in: [3]int16{1: gmax((v_int16 * a_int16[1]), (v_int16 % kc(int16(16383))))}, next: p.next}; fmt.Println(*p == P{s: str}, p.in)
	fmt.Println(i, str, strs, len(mp), sh.Name(), v_int, a_int, p.f_int, v_int8, a_int8, p.f_int8, v_uint8, a_uint8, p.f_uint8, v_int16, a_int16, p.f_int16, v_uint16, a_uint16, p.f_uint16, v_int32, a_int32, p.f_int32, v_uint32, a_uint32, p.f_uint32, v_int64, a_int64, p.f_int64, v_uint64, a_uint64, p.f_uint64, v_float64, a_float64, p.f_float64, v_float32, a_float32, p.f_float32)
}
func f14() {
	i, str, strs := 2, "x", []string{"p", "q"}
	p := &P{s: "ps"}; mp := map[string][]uint16{}; var sh Sh = A1{2, 3}
	v_int := int(7); a_int := [3]int{-9223372036854775808, 7}
	v_int8 := int8(-128); a_int8 := [3]int8{7, 3}
	v_uint8 := uint8(0); a_uint8 := [3]uint8{0, 255}
	v_int16 := int16(2); a_int16 := [3]int16{1, 32767}
	v_uint16 := uint16(65534); a_uint16 := [3]uint16{2, 32767}
	v_int32 := int32(-3); a_int32 := [3]int32{1073741823, 2}
	v_uint32 := uint32(0); a_uint32 := [3]uint32{2147483647, 0}
	v_int64 := int64(9223372036854775807); a_int64 := [3]int64{-9223372036854775808, -1}
	v_uint64 := uint64(9223372036854775807); a_uint64 := [3]uint64{0, 2}
	v_float64 := float64(0.5); a_float64 := [3]float64{0.5, 0.1}
	v_float32 := float32(0.5); a_float32 := [3]float32{1e10, 0.5}
	if !(((v_int32 >= kc(int32(1073741823))) && (v_float32 > v_float32)) || !((p.f_float64 > p.f_float64) || (v_float64 <= v_float64))) {
		switch y136 := sh.(type) { case A1: fmt.Println("A1", y136.w); case *A2: y136.r += 2; fmt.Println("A2", y136.r); case E: fmt.Println("E", y136.tag); case interface{ Foo() }: ; default: fmt.Printf("%T\n", y136) }
		a_int16[i%3] |= ((^v_int16) ^ int16(v_uint8))
	} else {
		p.f_uint16 |= uint16((v_uint16 / (v_uint16|1)))
	}
	mp[string([]byte(strs[i%2]))] = append(mp[str[min(len(str), 1):]], uint16(int64(v_uint8))); fmt.Println(len(mp), len(mp[str]))
	a_uint8[i%3] |= ((^a_uint8[2]) | gmax(a_uint8[0], p.f_uint8))
	fmt.Println(i, str, strs, len(mp), sh.Name(), v_int, a_int, p.f_int, v_int8, a_int8, p.f_int8, v_uint8, a_uint8, p.f_uint8, v_int16, a_int16, p.f_int16, v_uint16, a_uint16, p.f_uint16, v_int32, a_int32, p.f_int32, v_uint32, a_uint32, p.f_uint32, v_int64, a_int64, p.f_int64, v_uint64, a_uint64, p.f_uint64, v_float64, a_float64, p.f_float64, v_float32, a_float32, p.f_float32)
}
func f15() {
	i, str, strs := 4, "x", []string{"p", "q"}
	p := &P{s: "ps"}; mp := map[string][]uint16{}; var sh Sh = A1{2, 3}
	v_int := int(2); a_int := [3]int{3, 1}
	v_int8 := int8(1); a_int8 := [3]int8{2, 0}
	v_uint8 := uint8(2); a_uint8 := [3]uint8{254, 127}
	v_int16 := int16(32766); a_int16 := [3]int16{32766, 3}
	v_uint16 := uint16(7); a_uint16 := [3]uint16{0, 65535}
	v_int32 := int32(1073741823); a_int32 := [3]int32{3, 2147483646}
	v_uint32 := uint32(4294967295); a_uint32 := [3]uint32{2, 2}
	v_int64 := int64(1); a_int64 := [3]int64{-1, 9223372036854775807}
	v_uint64 := uint64(0); a_uint64 := [3]uint64{7, 3}
	v_float64 := float64(1e10); a_float64 := [3]float64{0.1, -3.25}
	v_float32 := float32(-3.25); a_float32 := [3]float32{-3.25, -3.25}
	for j141 := 0; j141 < 4; j141++ {
		 i += j141
		a_int32[i%3] = (((v_int32 % kc(int32(2147483646))) | max(p.f_int32, v_int32)) % ((^func() int32 { if (v_uint64 != p.f_uint64) { return p.f_int32 }; return v_int32 }())|1))
		if q143, err := div(int(func() uint8 { if (a_uint32[1] != v_uint32) { return kc(uint8(7)) }; return a_uint8[1] }()), (v_int & v_int)); err != nil { fmt.Println(err, q143) } else { v_int += q143 }
		*p = P{f_int: ((a_int[0] >> (v_uint8&70)) | gmax(p.f_int, a_int[1])), s: fmt.Sprint(v_int32), in: [3]int16{1: int16(uint16(kc(int(0))))}, next: p.next}; fmt.Println(*p == P{s: str}, p.in)
		if (v_uint32 <= p.f_uint32) { break }
	}
	p.f_int64++
	mp[(sh.Name() + "lit")] = append(mp[string([]byte(p.s))], ((v_uint16 << (v_uint8&70)) ^ uint16(a_uint16[0]))); fmt.Println(len(mp), len(mp[str]))
	sh = &A2{(-kc(int32(1))), "n"}; fmt.Println(sh.Area(min((v_int8 - v_int8), min(v_int8, kc(int8(2))))), sh.Name())
	fmt.Println(i, str, strs, len(mp), sh.Name(), v_int, a_int, p.f_int, v_int8, a_int8, p.f_int8, v_uint8, a_uint8, p.f_uint8, v_int16, a_int16, p.f_int16, v_uint16, a_uint16, p.f_uint16, v_int32, a_int32, p.f_int32, v_uint32, a_uint32, p.f_uint32, v_int64, a_int64, p.f_int64, v_uint64, a_uint64, p.f_uint64, v_float64, a_float64, p.f_float64, v_float32, a_float32, p.f_float32)
}
func f16() {
	i, str, strs := 5, "x", []string{"p", "q"}
	p := &P{s: "ps"}; mp := map[string][]uint16{}; var sh Sh = A1{2, 3}
	v_int := int(3); a_int := [3]int{4611686018427387903, -1}
	v_int8 := int8(2); a_int8 := [3]int8{7, 2}
	v_uint8 := uint8(0); a_uint8 := [3]uint8{255, 3}
	v_int16 := int16(2); a_int16 := [3]int16{7, 32766}
	v_uint16 := uint16(32767); a_uint16 := [3]uint16{0, 0}
	v_int32 := int32(2); a_int32 := [3]int32{7, 7}
	v_uint32 := uint32(0); a_uint32 := [3]uint32{2147483647, 2147483647}
	v_int64 := int64(0); a_int64 := [3]int64{-9223372036854775808, 7}
	v_uint64 := uint64(0); a_uint64 := [3]uint64{1, 1}
	v_float64 := float64(-3.25); a_float64 := [3]float64{0.1, 1e10}
	v_float32 := float32(-3.25); a_float32 := [3]float32{1e10, -3.25}
	fmt.Println(gmax((-kc(uint32(0))), func() uint32 { if (p.f_float64 <= v_float64) { return kc(uint32(4294967294)) }; return a_uint32[0] }()), (func() int64 { if (v_int16 < p.f_int16) { return v_int64 }; return v_int64 }() << ((v_uint16 ^ p.f_uint16)&127)), str[min(len(str), 1):])
	a_int[i%3] = (((v_int / p.f_int) % ((p.f_int + a_int[0])|1)) | func() int { if (kc(uint16(2)) != a_uint16[1]) { return max(kc(int(2)), p.f_int) }; return int(a_int8[2]) }())
	a_float32[i%3]++
	sh = &A2{(v_int32 - kc(int32(-1))), "n"}; fmt.Println(sh.Area((^int8(v_int8))), sh.Name())
	fmt.Println(i, str, strs, len(mp), sh.Name(), v_int, a_int, p.f_int, v_int8, a_int8, p.f_int8, v_uint8, a_uint8, p.f_uint8, v_int16, a_int16, p.f_int16, v_uint16, a_uint16, p.f_uint16, v_int32, a_int32, p.f_int32, v_uint32, a_uint32, p.f_uint32, v_int64, a_int64, p.f_int64, v_uint64, a_uint64, p.f_uint64, v_float64, a_float64, p.f_float64, v_float32, a_float32, p.f_float32)
}
func f17() {
	i, str, strs := 2, "x", []string{"p", "q"}
	p := &P{s: "ps"}; mp := map[string][]uint16{}; var sh Sh = A1{2, 3}
	v_int := int(3); a_int := [3]int{2, -1}
	v_int8 := int8(127); a_int8 := [3]int8{-3, 0}
	v_uint8 := uint8(255); a_uint8 := [3]uint8{127, 0}
	v_int16 := int16(-32768); a_int16 := [3]int16{0, -1}
	v_uint16 := uint16(32767); a_uint16 := [3]uint16{0, 32767}
	v_int32 := int32(0); a_int32 := [3]int32{-3, 2147483647}
	v_uint32 := uint32(4294967294); a_uint32 := [3]uint32{0, 0}
	v_int64 := int64(-9223372036854775808); a_int64 := [3]int64{2, 0}
	v_uint64 := uint64(0); a_uint64 := [3]uint64{0, 1}
	v_float64 := float64(0.5); a_float64 := [3]float64{-3.25, 7}
	v_float32 := float32(0.1); a_float32 := [3]float32{1e10, 7}
	mp[string(rune(v_int32))] = append(mp[(str + sh.Name())], ((p.f_uint16 + v_uint16) - func() uint16 { if (a_float64[0] == v_float64) { return v_uint16 }; return kc(uint16(32767)) }())); fmt.Println(len(mp), len(mp[str]))
	for k153, w153 := range seq(3) {
		str += w153[:1]; i += k153
		*p = P{f_int32: int32((-v_uint8)), s: fmt.Sprint(v_int), in: [3]int16{1: gmax((kc(int16(-1)) << (p.f_uint16&127)), (a_int16[2] | v_int16))}, next: p.next}; fmt.Println(*p == P{s: str}, p.in)
		if ((v_float64 < p.f_float64) && (v_float64 >= a_float64[2])) { break }
	}
	p.f_uint16 += gmax(uint16(v_uint8), (^kc(uint16(2))))
	for j156 := 0; j156 < 2; j156++ {
		 i += j156
		for j157 := 0; j157 < 3; j157++ {
			 i += j157
			switch y158 := sh.(type) { case A1: fmt.Println("A1", y158.w); case *A2: y158.r += 2; fmt.Println("A2", y158.r); case E: fmt.Println("E", y158.tag); case interface{ Foo() }: ; default: fmt.Printf("%T\n", y158) }
			if (v_int <= v_int) { break }
		}
		for k159, w159 := range seq(4) {
			str += w159[:1]; i += k159
			v_int = int(min((v_uint32 << (v_uint32&70)), func() uint32 { if (v_uint64 >= kc(uint64(2))) { return v_uint32 }; return v_uint32 }()))
			v_uint16 = (((-kc(uint16(32767))) + min(kc(uint16(0)), v_uint16)) << (((p.f_uint16 + a_uint16[0]) << (uint64(int64(v_uint8))&70))&70))
			for k162, w162 := range seq(1) {
				str += w162[:1]; i += k162
				mp[(str + p.s)] = append(mp[("lit" + sh.Name())], ((v_uint16 * v_uint16) >> ((p.f_uint8 >> (v_uint32&31))&127))); fmt.Println(len(mp), len(mp[str]))
				if !((kc(int32(0)) < v_int32) || (p.f_int == v_int)) { break }
			}
			if ((p.f_int16 >= kc(int16(7))) && (kc(uint32(0)) >= v_uint32)) { return }
		}
		if ((v_uint32 != p.f_uint32) && (v_float32 < kc(float32(0.1)))) { break }
	}
	fmt.Println(i, str, strs, len(mp), sh.Name(), v_int, a_int, p.f_int, v_int8, a_int8, p.f_int8, v_uint8, a_uint8, p.f_uint8, v_int16, a_int16, p.f_int16, v_uint16, a_uint16, p.f_uint16, v_int32, a_int32, p.f_int32, v_uint32, a_uint32, p.f_uint32, v_int64, a_int64, p.f_int64, v_uint64, a_uint64, p.f_uint64, v_float64, a_float64, p.f_float64, v_float32, a_float32, p.f_float32)
}
func f18() {
	i, str, strs := 1, "x", []string{"p", "q"}
	p := &P{s: "ps"}; mp := map[string][]uint16{}; var sh Sh = A1{2, 3}
	v_int := int(0); a_int := [3]int{1, 9223372036854775807}
	v_int8 := int8(-1); a_int8 := [3]int8{3, 7}
	v_uint8 := uint8(7); a_uint8 := [3]uint8{7, 3}
	v_int16 := int16(3); a_int16 := [3]int16{32767, 32767}
	v_uint16 := uint16(65535); a_uint16 := [3]uint16{0, 32767}
	v_int32 := int32(2147483646); a_int32 := [3]int32{3, -1}
	v_uint32 := uint32(2); a_uint32 := [3]uint32{4294967295, 0}
	v_int64 := int64(9223372036854775806); a_int64 := [3]int64{9223372036854775806, -3}
	v_uint64 := uint64(9223372036854775807); a_uint64 := [3]uint64{1, 3}
	v_float64 := float64(1e10); a_float64 := [3]float64{0.5, 0.5}
	v_float32 := float32(7); a_float32 := [3]float32{0.1, 1e10}
	mp[(sh.Name() + "lit")] = append(mp[string(rune(p.f_int32))], ((v_uint16 / kc(uint16(1))) - max(a_uint16[0], v_uint16))); fmt.Println(len(mp), len(mp[str]))
	switch (-(kc(int32(1073741823)) / (kc(int32(-3))|1))) {
	case (v_int32 + a_int32[i%3]), gmax(kc(int32(-3)), a_int32[1]):
		switch y166 := sh.(type) { case A1: fmt.Println("A1", y166.w); case *A2: y166.r += 2; fmt.Println("A2", y166.r); case E: fmt.Println("E", y166.tag); case interface{ Foo() }: ; default: fmt.Printf("%T\n", y166) }
		a_uint32[i%3] = (((-a_uint32[i%3]) - (p.f_uint32 - kc(uint32(4294967294)))) * max(uint32(int64(v_uint8)), uint32(kc(int(1)))))
	default:
		v_float32 = gmax(gmax((-p.f_float32), (p.f_float32 * v_float32)), (float32(v_int16) * (a_float32[i%3] - a_float32[1])))
		p.f_uint8++
	}
	switch ((kc(int(9223372036854775806)) ^ v_int) ^ (^v_int)) {
	case (a_int[0] % v_int), (v_int - v_int):
		a_int16[i%3] = (int16((v_int64 % (v_int64|1))) + int16(min(v_uint16, a_uint16[i%3])))
	default:
		for j172 := 0; j172 < 2; j172++ {
			 i += j172
			switch (^(p.f_int64 | v_int64)) {
			case (kc(int64(0)) % a_int64[2]), (v_int64 << (v_uint32&127)):
				mp[(sh.Name() + p.s)] = append(mp[string(rune(a_int32[1]))], uint16(int64(v_uint8))); fmt.Println(len(mp), len(mp[str]))
				v_uint64 *= uint64(func() uint16 { if (v_int32 >= kc(int32(0))) { return kc(uint16(65535)) }; return a_uint16[i%3] }())
			default:
				switch y176 := sh.(type) { case A1: fmt.Println("A1", y176.w); case *A2: y176.r += 2; fmt.Println("A2", y176.r); case E: fmt.Println("E", y176.tag); case interface{ Foo() }: ; default: fmt.Printf("%T\n", y176) }
				p.f_uint32++
				fmt.Println(((v_int16 - v_int16) - (p.f_int16 * v_int16)), (int(p.f_uint32) * (-v_int)), (string(rune(p.f_int32)) + (p.s + sh.Name())))
			}
			v_int32 = ((int32(a_uint64[i%3]) ^ func() int32 { if (a_float32[i%3] > kc(float32(7))) { return v_int32 }; return v_int32 }()) - max(int32(int64(v_uint8)), (kc(int32(2147483647)) >> (a_uint32[2]&31))))
			if ((p.f_uint16 < a_uint16[i%3]) && (v_uint32 < v_uint32)) { break }
		}
		for k180, w180 := range seq(4) {
			str += w180[:1]; i += k180
			switch ((v_float64 + kc(float64(7))) / (v_float64*v_float64 + 1)) {
			case func() float64 { if (v_uint8 <= v_uint8) { return v_float64 }; return p.f_float64 }(), (-v_float64):
				str = str[min(len(str), 1):]; if len(str) > 40 { str = str[:3] }
			default:
				mp[string(rune(v_int32))] = append(mp[str[min(len(str), 1):]], ((kc(uint16(32767)) * v_uint16) << (max(v_uint8, p.f_uint8)&70))); fmt.Println(len(mp), len(mp[str]))
				fmt.Println(gmax(int16(p.f_int32), gmax(v_int16, p.f_int16)), (gmax(v_uint64, v_uint64) + gmax(a_uint64[0], v_uint64)), str[min(len(str), 1):])
				v_float32 = (gmax(float32(a_float32[2]), float32(v_int64)) + float32(uint8(v_uint64)))
			}
			if ((kc(float32(7)) > a_float32[2]) && (v_int64 > v_int64)) { continue }
		}
		str = (str[min(len(str), 1):] + str[min(len(str), 1):]); if len(str) > 40 { str = str[:3] }
	}
	fmt.Println((func() uint16 { if (v_float64 > v_float64) { return a_uint16[2] }; return v_uint16 }() - (kc(uint16(32767)) ^ v_uint16)), (-(v_int16 >> (v_uint32&31))), ((sh.Name() + strs[i%2]) + fmt.Sprint(a_uint32[1])))
	p.f_uint8 = uint8(((v_uint16 + v_uint16) * uint16(a_int16[0])))
	fmt.Println(i, str, strs, len(mp), sh.Name(), v_int, a_int, p.f_int, v_int8, a_int8, p.f_int8, v_uint8, a_uint8, p.f_uint8, v_int16, a_int16, p.f_int16, v_uint16, a_uint16, p.f_uint16, v_int32, a_int32, p.f_int32, v_uint32, a_uint32, p.f_uint32, v_int64, a_int64, p.f_int64, v_uint64, a_uint64, p.f_uint64, v_float64, a_float64, p.f_float64, v_float32, a_float32, p.f_float32)
}
func f19() {
	i, str, strs := 0, "x", []string{"p", "q"}
	p := &P{s: "ps"}; mp := map[string][]uint16{}; var sh Sh = A1{2, 3}
	v_int := int(0); a_int := [3]int{-1, -1}
	v_int8 := int8(2); a_int8 := [3]int8{3, 127}
	v_uint8 := uint8(7); a_uint8 := [3]uint8{0, 0}
	v_int16 := int16(0); a_int16 := [3]int16{-32768, 3}
	v_uint16 := uint16(0); a_uint16 := [3]uint16{0, 1}
	v_int32 := int32(-2147483648); a_int32 := [3]int32{2147483647, -3}
	v_uint32 := uint32(2); a_uint32 := [3]uint32{2147483647, 7}
	v_int64 := int64(4611686018427387903); a_int64 := [3]int64{-3, 7}
	v_uint64 := uint64(2); a_uint64 := [3]uint64{2, 3}
	v_float64 := float64(7); a_float64 := [3]float64{0.5, 7}
	v_float32 := float32(-3.25); a_float32 := [3]float32{0.5, 0.5}
	v_uint64 = uint64(((a_int8[0] << (v_uint32&127)) * (-v_int8)))
	a_int8[i%3] = ((func() int8 { if (kc(int32(-3)) <= p.f_int32) { return kc(int8(63)) }; return a_int8[i%3] }() + func() int8 { if (a_uint16[0] < v_uint16) { return p.f_int8 }; return p.f_int8 }()) % (min((v_int8 + v_int8), (a_int8[2] & v_int8))|1))
	if q191, err := div(max((-kc(int(9223372036854775806))), max(v_int, a_int[1])), func() int { if (kc(uint16(7)) != kc(uint16(1))) { return v_int }; return a_int[1] }()); err != nil { fmt.Println(err, q191) } else { v_int += q191 }
	p.f_int32 = int32(((v_uint64 >> (v_uint8&127)) * (kc(uint64(1)) - a_uint64[2])))
	fmt.Println(i, str, strs, len(mp), sh.Name(), v_int, a_int, p.f_int, v_int8, a_int8, p.f_int8, v_uint8, a_uint8, p.f_uint8, v_int16, a_int16, p.f_int16, v_uint16, a_uint16, p.f_uint16, v_int32, a_int32, p.f_int32, v_uint32, a_uint32, p.f_uint32, v_int64, a_int64, p.f_int64, v_uint64, a_uint64, p.f_uint64, v_float64, a_float64, p.f_float64, v_float32, a_float32, p.f_float32)
}
var _ = errors.New
func main() {
	try("0", f0)
	try("1", f1)
	try("2", f2)
	try("3", f3)
	try("4", f4)
	try("5", f5)
	try("6", f6)
	try("7", f7)
	try("8", f8)
	try("9", f9)
	try("10", f10)
	try("11", f11)
	try("12", f12)
	try("13", f13)
	try("14", f14)
	try("15", f15)
	try("16", f16)
	try("17", f17)
	try("18", f18)
	try("19", f19)
}
