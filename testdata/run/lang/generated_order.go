// Made by a generator; recorded from Go.
package main
import "fmt"
type S struct { a, b int; s []int; m map[string]int; p *S; arr [4]int; f func() int; e any }
var g int
var gs = []int{1,2,3,4}
var gst S
var trace []string
func call(tag string, f func()) { defer func(){ if r := recover(); r != nil { fmt.Println(tag, "panic:", r, trace) } else { fmt.Println(tag, "ok", trace) }; trace = nil }(); f() }
func tr(n string, v int) int { trace = append(trace, n); return v }
func (s S) Get(i int) int { trace = append(trace, "Get"); return s.a + i }
func (s *S) Put(i int) int { trace = append(trace, "Put"); s.a += i; return s.a }
func id[T any](x T) T { trace = append(trace, "id"); return x }
func two(a int) (int, int) { trace = append(trace, "two"); g += a; return a, a+1 }
func f0() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	fmt.Println(func() (int, int) { return id(cap(gs)), fs(s[(arr[y&3])&1]) }())
	if (!((g == 3 && s != nil)) || ((*q != st.arr[x&3]) || !(g == 3))) { x++ } else { y++ }
	arr[(gst.Put(p.a))&3] = (S{a: (S{a: fy(p.arr[1]), b: (*q - m["k"])}).b, b: fs(g)}).b
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f1() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	fmt.Println((S{a: ([]int{gst.a, p.a, *q})[(e.(int))&1], b: m[fmt.Sprint((p.b)&3)]}).b, m[fmt.Sprint((fx(m["k"]))&3)], b2i(s != nil))
	v1 := [3]int{((1 * x) + id(len(m))), m[fmt.Sprint((s[1])&3)], tr("d", (S{a: y, b: p.arr[1]}).a)}; fmt.Println(v1)
	fmt.Println(fs((S{a: p.arr[1], b: len(s)}).a), (4 - g), fx(5))
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f2() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	p.a = (s[(*q)&1] + m[fmt.Sprint((tr("c", gst.a))&3)])
	g ^= b2i(((p.arr[1] >= p.b) || (cap(gs) != st.arr[x&3])))
	m[fmt.Sprint((x + m["k"])&3)], e = s[(id(p.arr[1]))&1], (len(s) - s[1])
	m[fmt.Sprint(id(len(m))&3)], e = tr("f", p.a), (5 + p.a)
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f3() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	fmt.Println(func() (int, int) { return s[((len(m) ^ st.a))&1], (st.a) / (3) }())
	s[(m[fmt.Sprint((gst.a)&3)])&1] = fy((st.arr[x&3] * len(s)))
	st, *p = S{a: fs((*q + st.a)), arr: st.arr, m: st.m}, S{b: b2i((x < 2 || x < 2)), m: m, arr: p.arr}
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f4() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	v0 := [3]int{fy(s[(*q)&1]), id(cap(gs)), (tr("c", p.arr[1])) / (x)}; fmt.Println(v0)
	if ((!(p != nil) || (x > y && s != nil)) || !((p != nil && g == 3))) { x++ } else { y++ }
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f5() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	p.p.a, gs[(s[(s[2])&1])&3] = m[fmt.Sprint((b2i(s != nil))&3)], b2i((st.arr[x&3] < s[0]))
	fmt.Println((([]int{gst.a, g, gs[x&3]})[(*q)&1]) / ((gs[x&3]|1)), p.Put(id(p.a)), ([]int{st.a, *q, *q})[(arr[y&3])&1])
	st.arr[x&3]++
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f6() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	s[(m[fmt.Sprint((p.arr[1])&3)])&1] *= (fs(fy(len(m))) | (S{a: s[1], b: arr[y&3]}).a)
	st, *p = S{a: m[fmt.Sprint((fy(st.arr[x&3]))&3)], arr: st.arr, m: st.m}, S{b: (m[fmt.Sprint((y)&3)]) / (x), m: m, arr: p.arr}
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f7() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	v0 := [3]int{b2i((len(m) < gs[x&3])), fx(g), tr("a", len(s))}; fmt.Println(v0)
	g = (fx(s[1]) | (m["k"] & (S{a: p.arr[1], b: p.arr[1]}).a))
	fmt.Println(func() (int, int) { return id(st.arr[x&3]), s[(cap(gs))&1] }())
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f8() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	if !((b2i(x > y) < (len(s) ^ x))) { x++ } else { y++ }
	switch tr("a", st.Get(p.arr[1])) { case (e.(int) + g): x = 7; case ([]int{st.a, fs(p.a), p.b})[(gst.a)&1]: y = 7 }
	st.a, y = fy(m["k"]), (m[fmt.Sprint((s[1])&3)] - (st.a + gst.a))
	x = b2i(((*q - p.arr[1]) >= b2i(x < 2)))
	fmt.Println(id(g), ([]int{tr("a", len(m)), id(3), e.(int)})[(len(m))&1], ([]int{x, p.arr[1], *q})[(gs[x&3])&1])
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f9() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	st.arr[x&3], gst.b = (([]int{s[2], g, p.b})[(g)&1] ^ g), m[fmt.Sprint((id(len(s)))&3)]
	switch m[fmt.Sprint((([]int{m["k"], 1, p.arr[1]})[(p.b)&1])&3)] { case (p.arr[1] | st.arr[x&3]): x = 7; case m[fmt.Sprint(((S{a: st.arr[x&3], b: st.a}).a)&3)]: y = 7 }
	m[fmt.Sprint(b2i(x < 2)&3)], e = s[(m["k"])&1], (y + s[0])
	if ((p.arr[1] + 1) < b2i((p != nil && x > y))) { x++ } else { y++ }
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f10() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	v0 := [3]int{([]int{b2i(x > y), gst.a, len(s)})[(y)&1], st.Put(g), (1 ^ cap(gs))}; fmt.Println(v0)
	gs[(b2i(p != nil))&3] = m[fmt.Sprint((st.Get(g))&3)]
	p.a = gst.Put((gst.a * e.(int)))
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f11() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	s[((st.arr[x&3] - p.b))&1] -= (tr("c", st.a) + b2i((p.a >= s[1])))
	st.a = b2i(!((s != nil && s != nil)))
	*q, s[(p.Put(*q))&1] = two(fy(st.a))
	g++
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f12() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	p.a++
	s = append(s, fs(0), m[fmt.Sprint((*q)&3)])
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f13() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	g++
	s = append(s, tr("c", p.b), fs(p.b))
	m[fmt.Sprint((*q) / (3)&3)], e = fy(m[fmt.Sprint((len(s))&3)]), (*q + e.(int))
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f14() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	st.arr[x&3], p.arr[(fx(len(s)))&3] = two(s[(len(s))&1])
	if !(((x ^ x) == p.Put(y))) { x++ } else { y++ }
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f15() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	p.a, gst.b = b2i((gst.a >= y)), (len(m) + st.Put(len(m)))
	switch ([]int{(m["k"]) / (s[1]), *q, s[(gs[x&3])&1]})[(p.b)&1] { case fx(arr[y&3]): x = 7; case tr("b", arr[y&3]): y = 7 }
	st.arr[x&3], g = two((tr("d", gst.a) - id(g)))
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f16() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	switch tr("f", cap(gs)) { case b2i(x > y): x = 7; case (b2i(x > y) * tr("e", e.(int))): y = 7 }
	st, *p = S{a: s[(gs[x&3])&1], arr: st.arr, m: st.m}, S{b: m[fmt.Sprint((([]int{len(s), arr[y&3], m["k"]})[(arr[y&3])&1])&3)], m: m, arr: p.arr}
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f17() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	m[fmt.Sprint(fs(y)&3)], e = fx(fy(g)), m[fmt.Sprint((gs[x&3])&3)]
	*q = (S{a: (cap(gs) + len(s)), b: tr("a", x)}).b
	y, g = s[(p.arr[1])&1], (S{a: tr("a", cap(gs)), b: b2i(x < 2)}).b
	switch (S{a: p.b, b: fx(s[0])}).a { case (S{a: len(m), b: gst.a}).b: x = 7; case ([]int{b2i(g == 3), y, p.a})[(gst.a)&1]: y = 7 }
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f18() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	*q = s[(p.Put(gs[x&3]))&1]
	*q, p.arr[((arr[y&3] + x))&3] = two((S{a: s[(g)&1], b: 0}).b)
	fmt.Println((p.arr[1]) / (fx(gst.a)), s[(arr[y&3])&1], (len(m) + *q))
	fmt.Println(func() (int, int) { return s[(fy(g))&1], s[((S{a: st.a, b: p.arr[1]}).a)&1] }())
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f19() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	st, *p = S{a: b2i((s[1] >= len(s))), arr: st.arr, m: st.m}, S{b: st.Get(fs(gs[x&3])), m: m, arr: p.arr}
	fmt.Println(func() (int, int) { return tr("e", len(m)), (arr[y&3] + p.a) }())
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f20() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	fmt.Println(func() (int, int) { return s[(*q)&1], (p.a + p.a) }())
	s = append(s, (S{a: p.b, b: *q}).b, (gs[x&3] | gs[x&3]))
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f21() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	arr[(gst.Put(p.b))&3], y = ([]int{fs(st.a), st.Get(g), fx(p.a)})[(p.b)&1], m[fmt.Sprint((len(m))&3)]
	switch m[fmt.Sprint((st.arr[x&3])&3)] { case (p.a - len(m)): x = 7; case fx(arr[y&3]): y = 7 }
	p.a, x = (([]int{y, gst.a, x})[(g)&1] * cap(gs)), st.Get(fs(len(s)))
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f22() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	if !(((p.a == gs[x&3]) || (p != nil || x < 2))) { x++ } else { y++ }
	if (((st.arr[x&3] * *q)) / (x) != ((S{a: st.arr[x&3], b: p.arr[1]}).b + *q)) { x++ } else { y++ }
	m[fmt.Sprint((p.b + y)&3)], e = tr("a", st.arr[x&3]), (S{a: x, b: m["k"]}).a
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f23() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	switch b2i((5 >= *q)) { case s[(g)&1]: x = 7; case (s[(p.arr[1])&1] ^ (p.arr[1] + p.a)): y = 7 }
	s[((p.a * st.arr[x&3]))&1], y = two((arr[y&3] * arr[y&3]))
	switch m[fmt.Sprint((b2i(g == 3))&3)] { case s[(*q)&1]: x = 7; case (s[(m["k"])&1] - (s[2] | cap(gs))): y = 7 }
	g++
	m[fmt.Sprint(fy(cap(gs))&3)], e = b2i((m["k"] == len(m))), (gst.a * len(m))
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f24() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	st.arr[x&3], p.arr[((S{a: p.arr[1], b: gst.a}).b)&3] = two(tr("d", len(m)))
	p.arr[((s[2] - e.(int)))&3]++
	m[fmt.Sprint(m[fmt.Sprint((p.a)&3)]&3)], e = (s[(st.arr[x&3])&1] & st.a), m[fmt.Sprint((m["k"])&3)]
	st, *p = S{a: (S{a: ([]int{p.arr[1], p.a, p.arr[1]})[(p.b)&1], b: gs[x&3]}).b, arr: st.arr, m: st.m}, S{b: fs(x), m: m, arr: p.arr}
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f25() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	x, x = fy((st.a) / (x)), p.Put((gs[x&3] * 2))
	*q, *q = two(fy(p.a))
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f26() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	arr[((len(s)) / (fx(e.(int))))&3], st.arr[x&3] = s[(len(m))&1], (*q + gst.a)
	s = append(s, s[(p.arr[1])&1], b2i(x > y))
	s = append(s, s[((st.arr[x&3] - 1))&1], (len(m) & m["k"]))
	m[fmt.Sprint((st.a - p.arr[1])&3)], e = (([]int{g, y, gs[x&3]})[(g)&1]) / (fx(id(s[1]))), ([]int{len(s), p.arr[1], gs[x&3]})[(gst.a)&1]
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f27() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	st.arr[x&3] = m[fmt.Sprint((gst.Put(cap(gs)))&3)]
	switch p.Put(e.(int)) { case (*q + x): x = 7; case m[fmt.Sprint((tr("c", len(s)))&3)]: y = 7 }
	switch fs((len(m) + p.b)) { case (e.(int) - p.a): x = 7; case ([]int{(x) / (x), m["k"], (len(s) ^ cap(gs))})[(gs[x&3])&1]: y = 7 }
	g, p.a = s[((len(m) + 0))&1], fs(x)
	fmt.Println((S{a: p.b, b: 4}).a, fs(g), id(x))
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f28() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	st, *p = S{a: (s[(y)&1] + (st.arr[x&3] + gs[x&3])), arr: st.arr, m: st.m}, S{b: (st.arr[x&3] + (gs[x&3] & len(s))), m: m, arr: p.arr}
	m[fmt.Sprint(fs(st.arr[x&3])&3)], e = (fx(gs[x&3])) / (fx(fs(g))), (arr[y&3] + gst.a)
	if ((id(len(m)) != tr("b", p.b)) && (fx(gs[x&3]) < (p.b) / (3))) { x++ } else { y++ }
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f29() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	m[fmt.Sprint(((len(m) + g))&3)] -= fx(fs(p.arr[1]))
	switch tr("c", y) { case b2i(x > y): x = 7; case (gst.a ^ gst.a): y = 7 }
	s = append(s, b2i((g == 3 && x < 2)), (S{a: gs[x&3], b: g}).a)
	s[(fy(p.b))&1] *= (S{a: (S{a: gst.a, b: x}).b, b: fy(m[fmt.Sprint((g)&3)])}).a
	s = append(s, s[((p.b + s[0]))&1], (p.b) / (fx(st.arr[x&3])))
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f30() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	m[fmt.Sprint(tr("f", gs[x&3])&3)], e = (st.a) / ((p.arr[1]|1)), ([]int{cap(gs), s[0], e.(int)})[(len(s))&1]
	gst.b = m[fmt.Sprint((fy(p.a))&3)]
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f31() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	y, st.a = two(([]int{fy(*q), ([]int{e.(int), g, st.arr[x&3]})[(cap(gs))&1], tr("d", len(s))})[(arr[y&3])&1])
	if (m[fmt.Sprint(((S{a: len(s), b: s[2]}).b)&3)] < m[fmt.Sprint((s[(st.a)&1])&3)]) { x++ } else { y++ }
	gst.b = ([]int{fs(arr[y&3]), id(s[(m["k"])&1]), st.Get(st.arr[x&3])})[(e.(int))&1]
	*q++
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f32() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	v0 := [3]int{(S{a: s[(s[1])&1], b: p.a}).a, m[fmt.Sprint((s[2])&3)], id((g) / (x))}; fmt.Println(v0)
	p.p.a, p.p.a = two((x + p.a))
	m[fmt.Sprint(s[(5)&1]&3)], e = s[((x) / (3))&1], (x | arr[y&3])
	gs[(tr("e", *q))&3] -= (fx(e.(int)) - fy(*q))
	gs[((y) / (s[1]))&3] = m[fmt.Sprint(((*q) / (fx(len(m))))&3)]
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f33() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	fmt.Println(fs((s[0]) / (3)), fs(fx(len(m))), b2i(g == 3))
	st.a = ((len(m) - len(m)) + (st.a * gst.a))
	s = append(s, fy(len(m)), s[(st.arr[x&3])&1])
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f34() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	g++
	fmt.Println(func() (int, int) { return fy(fy(y)), b2i((p != nil && p != nil)) }())
	if !(((p != nil || x > y) || !(x > y))) { x++ } else { y++ }
	p.m["z"] = (fx(p.a) | (fx(st.arr[x&3]) + (p.arr[1] + st.arr[x&3])))
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f35() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	if ((tr("a", st.arr[x&3]) + fx(m["k"])) >= ([]int{s[(arr[y&3])&1], (S{a: len(s), b: *q}).b, fy(g)})[(p.a)&1]) { x++ } else { y++ }
	*q = fs(fs((st.a | s[1])))
	s = append(s, tr("e", arr[y&3]), (p.a + gs[x&3]))
	p.p.a *= tr("a", (fs(p.b) + e.(int)))
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f36() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	fmt.Println(func() (int, int) { return (tr("a", len(m)) + m[fmt.Sprint((*q)&3)]), (y * cap(gs)) }())
	if (!((2 < len(m))) && (m[fmt.Sprint((g)&3)] == id(p.a))) { x++ } else { y++ }
	fmt.Println(func() (int, int) { return (gs[x&3] * fy(len(m))), p.Get(len(s)) }())
	if (!((x > y || p != nil)) && ((m["k"] >= e.(int)) && (m["k"] == m["k"]))) { x++ } else { y++ }
	*q = (m[fmt.Sprint((tr("d", len(m)))&3)]) / (((st.Put(p.a) + s[2])|1))
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f37() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	fmt.Println(func() (int, int) { return (([]int{e.(int), m["k"], m["k"]})[(y)&1]) / ((g|1)), ((S{a: s[2], b: p.arr[1]}).a | ([]int{len(s), p.a, gs[x&3]})[(x)&1]) }())
	v1 := [3]int{fs(*q), m[fmt.Sprint((m["k"])&3)], fx((S{a: g, b: gst.a}).b)}; fmt.Println(v1)
	st, *p = S{a: tr("a", m[fmt.Sprint((st.a)&3)]), arr: st.arr, m: st.m}, S{b: id((gs[x&3] + g)), m: m, arr: p.arr}
	switch (s[(p.arr[1])&1] ^ m["k"]) { case fy(arr[y&3]): x = 7; case fy((x) / (x)): y = 7 }
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f38() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	m[fmt.Sprint(([]int{e.(int), m["k"], arr[y&3]})[(y)&1]&3)], e = (5 ^ p.arr[1]), (4 * gst.a)
	st.arr[x&3] = tr("c", tr("f", g))
	v2 := [3]int{b2i(!(s != nil)), id(arr[y&3]), fy(*q)}; fmt.Println(v2)
	p.p.a ^= b2i(((st.a ^ x) < fx(e.(int))))
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f39() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	y = tr("c", fy(len(s)))
	fmt.Println(id(arr[y&3]), (b2i(p != nil) ^ p.b), (p.arr[1] & gst.a))
	st, *p = S{a: ((S{a: p.b, b: s[0]}).a * p.a), arr: st.arr, m: st.m}, S{b: (st.arr[x&3] + (3 + gs[x&3])), m: m, arr: p.arr}
	p.a, s[(fs(len(s)))&1] = two(s[(s[(g)&1])&1])
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f40() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	*q++
	if (((st.a + st.a) == gst.Put(len(m))) && (!(p != nil) || (x > y && x < 2))) { x++ } else { y++ }
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f41() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	gst.b, m[fmt.Sprint(((e.(int)) / (3))&3)] = two(m[fmt.Sprint(((y | p.b))&3)])
	fmt.Println(func() (int, int) { return (len(s)) / (x), st.Get((len(m) + st.a)) }())
	if (([]int{fs(5), (s[0] & arr[y&3]), tr("d", s[0])})[(*q)&1] == s[((gs[x&3] ^ x))&1]) { x++ } else { y++ }
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f42() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	if (id(cap(gs)) == ([]int{p.a, e.(int), s[(y)&1]})[(p.b)&1]) { x++ } else { y++ }
	if ((gst.Put(g) < m[fmt.Sprint((st.a)&3)]) && !(!(p != nil))) { x++ } else { y++ }
	arr[((S{a: gst.a, b: gst.a}).b)&3], p.arr[(fs(x))&3] = (len(m) & (st.a + cap(gs))), id(cap(gs))
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f43() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	if (!(!(x > y)) && ((s != nil && x < 2) || (p != nil || g == 3))) { x++ } else { y++ }
	if ((b2i(g == 3)) / ((st.arr[x&3]|1)) < (gst.a) / (fx(s[(e.(int))&1]))) { x++ } else { y++ }
	fmt.Println(func() (int, int) { return (id(e.(int))) / (x), (m[fmt.Sprint((p.a)&3)]) / (3) }())
	fmt.Println(func() (int, int) { return p.Put(cap(gs)), (p.Get(gs[x&3]) | 4) }())
	st.a = tr("a", (x | len(s)))
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f44() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	m[fmt.Sprint(((p.arr[1]) / (x))&3)]++
	p.a, arr[(fs(p.arr[1]))&3] = two(m[fmt.Sprint((id(st.arr[x&3]))&3)])
	if ((e.(int) + m[fmt.Sprint((p.a)&3)]) == (st.arr[x&3] | cap(gs))) { x++ } else { y++ }
	x++
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f45() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	st, *p = S{a: m[fmt.Sprint((len(s))&3)], arr: st.arr, m: st.m}, S{b: (S{a: y, b: cap(gs)}).b, m: m, arr: p.arr}
	st, *p = S{a: gst.Put(p.b), arr: st.arr, m: st.m}, S{b: id((gst.a + gs[x&3])), m: m, arr: p.arr}
	switch tr("b", 0) { case s[(2)&1]: x = 7; case fx(fs(p.a)): y = 7 }
	p.p.a++
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f46() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	s = append(s, p.Put(st.arr[x&3]), s[(len(s))&1])
	v1 := [3]int{m[fmt.Sprint((g)&3)], fx(x), ([]int{gst.a, e.(int), st.Put(p.b)})[(p.arr[1])&1]}; fmt.Println(v1)
	s[(b2i(x < 2))&1], arr[(fs(cap(gs)))&3] = two(fs(arr[y&3]))
	m[fmt.Sprint(fy(3)&3)], e = ([]int{id(st.a), fs(gst.a), s[1]})[(g)&1], (len(m) ^ p.b)
	v4 := [3]int{m[fmt.Sprint((tr("c", p.arr[1]))&3)], (p.b) / ((len(s)|1)), fs(len(m))}; fmt.Println(v4)
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f47() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	p.p.a++
	y = ([]int{id(e.(int)), (cap(gs) ^ s[0]), (S{a: p.Get(cap(gs)), b: arr[y&3]}).b})[(st.a)&1]
	v2 := [3]int{((x - x) + s[2]), (y - gs[x&3]), id(gst.a)}; fmt.Println(v2)
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f48() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	v0 := [3]int{fy((S{a: y, b: st.arr[x&3]}).a), id(cap(gs)), b2i((cap(gs) < x))}; fmt.Println(v0)
	st.arr[x&3], x = two((gs[x&3] + gs[x&3]))
	switch (len(s) ^ s[0]) { case m[fmt.Sprint((m["k"])&3)]: x = 7; case tr("f", fy(p.b)): y = 7 }
	fmt.Println(fs(st.Get(g)), (m["k"] * fx(gs[x&3])), ([]int{len(m), *q, y})[(*q)&1])
	st, *p = S{a: s[(p.Get(p.a))&1], arr: st.arr, m: st.m}, S{b: ([]int{gs[x&3], st.a, fx(gst.a)})[(gs[x&3])&1], m: m, arr: p.arr}
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func f49() {
	x, y := 1, 2; s := []int{5,6,7}; m := map[string]int{"k": 1}; st := S{a: 1, m: map[string]int{}}; p := &S{a: 2, b: 3, m: m, s: s}; arr := [4]int{1,2,3,4}; q := &y; var e any = 4
	g = 1; gs = []int{1,2,3,4}; gst = S{}
	fx := func(n int) int { trace = append(trace, "fx"); x += n; return x }
	fy := func(n int) int { trace = append(trace, "fy"); y, g = n, y; return y }
	fs := func(n int) int { trace = append(trace, "fs"); s = append([]int{n}, s...); s[1]++; m["k"] += n; arr[0] = n; st.b = n; e = n; p = &S{a: n, m: m, p: p}; return len(s) }
	b2i := func(b bool) int { if b { return 1 }; return 0 }
	_, _, _, _, _ = fx, fy, fs, b2i, q
	m[fmt.Sprint(tr("b", 2)&3)], e = (p.a * y), fy(gst.a)
	y = ([]int{fx(cap(gs)), id(g), fx((gst.a - x))})[(p.a)&1]
	y++
	v3 := [3]int{id((*q | st.a)), s[(4)&1], (S{a: (x | p.arr[1]), b: id(st.arr[x&3])}).b}; fmt.Println(v3)
	fmt.Println(func() (int, int) { return (e.(int)) / (x), (S{a: arr[y&3], b: gst.a}).b }())
	fmt.Println(x, y, g, s, m, st.a, st.b, p.a, p.b, arr, gs, gst.a, e)
}
func main() {
	call("0", f0)
	call("1", f1)
	call("2", f2)
	call("3", f3)
	call("4", f4)
	call("5", f5)
	call("6", f6)
	call("7", f7)
	call("8", f8)
	call("9", f9)
	call("10", f10)
	call("11", f11)
	call("12", f12)
	call("13", f13)
	call("14", f14)
	call("15", f15)
	call("16", f16)
	call("17", f17)
	call("18", f18)
	call("19", f19)
	call("20", f20)
	call("21", f21)
	call("22", f22)
	call("23", f23)
	call("24", f24)
	call("25", f25)
	call("26", f26)
	call("27", f27)
	call("28", f28)
	call("29", f29)
	call("30", f30)
	call("31", f31)
	call("32", f32)
	call("33", f33)
	call("34", f34)
	call("35", f35)
	call("36", f36)
	call("37", f37)
	call("38", f38)
	call("39", f39)
	call("40", f40)
	call("41", f41)
	call("42", f42)
	call("43", f43)
	call("44", f44)
	call("45", f45)
	call("46", f46)
	call("47", f47)
	call("48", f48)
	call("49", f49)
}
