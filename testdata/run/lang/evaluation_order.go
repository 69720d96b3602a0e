package main

import (
	"fmt"
	"strings"
)

var log []string

func t[T any](name string, v T) T { log = append(log, name); return v }
func flush(name string)           { fmt.Println(name, strings.Join(log, " ")); log = nil }

var g int
var gs = []int{1, 2, 3}
var gm = map[string]int{"a": 1}

func setg(v int) int { g = v; return v }

type S struct {
	a, b int
	s    []int
	p    *S
	m    map[string]int
}

func (s S) V(x int) S  { log = append(log, fmt.Sprint("V", s.a, x)); return s }
func (s *S) P(x int) *S { log = append(log, fmt.Sprint("P", s.a, x)); s.a += x; return s }

func two() (int, int) { log = append(log, "two"); return 1, 2 }

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			log = append(log, fmt.Sprint("panic:", r))
		}
		flush(name)
	}()
	f()
}

func named() (a, b int) {
	defer func() { log = append(log, fmt.Sprint(a, b)); recover() }()
	a = 1
	return t("x", 5), t("y", 6/(a-1))
}

func unnamed() (int, error) {
	var err error
	f := func() int { err = fmt.Errorf("set"); return 1 }
	return f(), err
}

func unnamed2() (error, int) {
	var err error
	f := func() int { err = fmt.Errorf("set"); return 1 }
	return err, f()
}

func late() (int, int) {
	x := 1
	f := func() int { x = 2; return 10 }
	return x, f()
}

func main() {
	var arr [3]int
	x := 1
	fx := func() int { x++; return x }
	fmt.Println(x + fx())
	fmt.Println(x, fx())
	y := x*10 + fx()*100 + x
	fmt.Println(y)
	g = 1
	fmt.Println(g + setg(5))
	g = 1
	z := []int{g, setg(7), g}
	fmt.Println(z)
	g = 1
	w := [3]int{g, setg(8), g}
	fmt.Println(w)
	g = 1
	st := S{a: g, b: setg(9)}
	fmt.Println(st)
	g = 1
	mm := map[int]int{g: setg(3), g + 10: g}
	fmt.Println(mm)
	p := &S{a: 1}
	fmt.Println(p.a + p.P(5).a)
	p.a = 1
	fmt.Println(p.a, p.P(5).a)
	flush("P")
	s := []int{1, 2, 3}
	fs := func() int { s[0] = 100; s = []int{7, 8, 9}; return 1 }
	fmt.Println(s[0] + fs())
	s = []int{1, 2, 3}
	fmt.Println(s[fs()])
	s = []int{1, 2, 3}
	s[0], s[fs()] = 50, 60
	fmt.Println(s)
	s = []int{1, 2, 3}
	s[fs()] = 5
	fmt.Println(s)
	s = []int{1, 2, 3}
	old := s
	s[0] += fs()
	fmt.Println(s, old)
	s = []int{1, 2, 3}
	old = s
	s[0] = s[1] + fs()
	fmt.Println(s, old)
	i := 0
	i, arr[i] = 2, 9
	fmt.Println(i, arr)
	i = 0
	arr[i], i = 5, 1
	fmt.Println(i, arr)
	i = 0
	arr[fxi(&i)], i = 6, 2
	fmt.Println(i, arr)
	a, b := 1, 2
	a, b = b, a
	a, b, a = b, a, 5
	fmt.Println(a, b)
	sp := &S{a: 1}
	sp.p = &S{a: 2}
	sp, sp.p.a = sp.p, 77
	fmt.Println(sp.a)
	m := map[string]int{"a": 1}
	fm := func() string { m["a"] = 50; return "b" }
	m["a"], m[fm()] = m["a"]+1, m["a"]+2
	fmt.Println(m)
	m[fm()] = len(m)
	fmt.Println(m)
	try("map assign", func() {
		var nm map[string]int
		nm[t("k", "x")] = t("v", 1)
	})
	try("map rhs panic", func() {
		mp := map[string]int{}
		defer func() { log = append(log, fmt.Sprint(len(mp))) }()
		zero := 0
		mp["x"] = 1 / zero
	})
	try("map opassign", func() {
		mp := map[string][]int{}
		mp[t("k", "a")] = append(mp[t("k2", "a")], t("v", 1))
		log = append(log, fmt.Sprint(mp))
	})
	try("calls", func() {
		fmt.Sprint(t("1", 1)+t("2", 2)*t("3", 3), t("4", 4) == t("5", 5) && t("6", true), t("7", true) || t("8", true))
	})
	try("index", func() {
		_ = t("arr", arr[:])[t("i", 1)]
		_ = t("a", arr[:])[t("lo", 0):t("hi", 2):t("max", 3)]
		_ = t("m", map[string]int{})[t("k", "x")]
	})
	try("assign", func() {
		t("arr", arr[:])[t("i", 1)] = t("v", 5)
		t("arr1", arr[:])[t("i1", 1)], t("arr2", arr[:])[t("i2", 2)] = t("v1", 5), t("v2", 6)
		*t("p", &x) = t("v", 3)
		t("sp", sp).a = t("v", 4)
		t("m", m)[t("k", "x")] = t("v", 5)
		t("m", m)[t("k", "x")] += t("v", 5)
		*t("p", &x) += t("v", 3)
		t("arr", arr[:])[t("i", 1)] += t("v", 5)
		t("arr", arr[:])[t("i", 1)]++
	})
	try("nil index", func() { var q []int; _ = q[t("i", 1)] })
	try("nil index assign", func() { var q []int; q[t("i", 1)] = t("v", 2) })
	try("nil ptr assign", func() { var q *S; q.a = t("v", 2) })
	try("nil ptr assign2", func() { var q *S; q.a, x = t("v", 2), t("w", 3) })
	try("nil star", func() { var q *int; *q = t("v", 2) })
	try("nil star op", func() { var q *int; *q += t("v", 2) })
	try("nil arr ptr", func() { var q *[3]int; q[t("i", 1)] = t("v", 2) })
	try("oob assign", func() { arr[t("i", 5)%8] = t("v", 2) })
	try("div order", func() { z := 0; _ = t("a", 1) / z * t("b", 2) })
	try("nil func", func() { var f func(int); f(t("arg", 1)) })
	try("nil iface", func() { var f fmt.Stringer; _ = f.String() + t("arg", "1") })
	try("nil iface arg", func() { var f interface{ M(int) }; f.M(t("arg", 1)) })
	try("nil method val recv", func() { var q *S; q.V(t("arg", 1)) })
	try("go nil", func() { var f func(int); defer f(t("arg", 1)); log = append(log, "body") })
	try("chain", func() { (&S{a: 1}).P(t("x", 1)).P(t("y", 2)).V(t("z", 3)).V(t("w", 4)) })
	try("lit", func() {
		_ = S{b: t("b", 1), a: t("a", 2)}
		_ = []int{2: t("2", 2), 0: t("0", 0), 1: t("1", 1)}
		_ = map[string]int{t("k1", "a"): t("v1", 1), t("k2", "b"): t("v2", 2)}
		_ = [][]int{{t("x", 1)}, {t("y", 2), t("z", 3)}}
	})
	try("append", func() { _ = append(t("s", []int{}), t("a", 1), t("b", 2)); _ = append(t("s", []int{}), t("r", []int{1})...) })
	try("copy", func() { copy(t("d", []int{1}), t("s", []int{2})) })
	try("delete", func() { delete(t("m", m), t("k", "a")) })
	try("multi", func() { var q, r int; q, r = two(); t("m", m)["x"], t("arr", arr[:])[0] = two(); _, _ = q, r })
	try("commaok", func() {
		var v int
		var ok bool
		t("arr", arr[:])[t("i", 0)], ok = t("m", m)[t("k", "a")]
		v, ok = t("e", any(1)).(int)
		_, _ = v, ok
	})
	ch := make(chan int, 10)
	try("send", func() { t("ch", ch) <- t("v", 1) })
	try("recv", func() { t("arr", arr[:])[t("i", 0)] = <-t("ch", ch) })
	try("select", func() {
		var q []int
		select {
		case t("c1", ch) <- t("v1", 1):
		case q[t("never", 0)] = <-t("c2", chan int(nil)):
		case t("c3", chan int(nil)) <- t("v3", 3):
		}
	})
	try("select recv", func() {
		q := []int{1, 2}
		select {
		case q[t("idx", 1)] = <-t("c", ch):
		}
		log = append(log, fmt.Sprint(q))
	})
	try("switch", func() {
		switch t("tag", 2) {
		case t("1", 1), t("2", 2), t("3", 3):
		case t("4", 4):
		}
		switch {
		case t("f", false):
		case t("t", true):
		case t("no", true):
		}
	})
	try("range", func() {
		for i := range t("n", 2) {
			_ = t(fmt.Sprint(i), i)
		}
		for i, v := range t("s", []int{4, 5}) {
			_ = t(fmt.Sprint(i, v), i)
		}
	})
	try("concat", func() { _ = t("a", "x") + t("b", "y") + t("c", "z") })
	try("conv", func() { _ = []byte(t("a", "x")); _ = any(t("b", 1)) == any(t("c", 2)) })
	try("defer args", func() { defer t(t("n", "d"), t("v", 1)); t("body", 0) })
	fmt.Println(named())
	flush("named")
	fmt.Println(unnamed())
	fmt.Println(unnamed2())
	fmt.Println(late())
	str := "a"
	fstr := func() string { str += "b"; return str }
	fmt.Println(str + fstr() + str)
	fmt.Println(len(str) + len(fstr()))
	bs := []byte("abc")
	fb := func() string { bs[0] = 'X'; return "y" }
	fmt.Println(string(bs) + fb())
	ss := S{a: 1}
	fss := func() int { ss.a = 2; return 3 }
	fmt.Println(ss.a, fss())
	ss.a = 1
	fmt.Println(ss.a+0, fss())
	ss.a = 1
	fmt.Println(ss, fss())
	ss.a = 1
	arr2 := [2]S{ss, {b: fss()}}
	fmt.Println(arr2[0].a)
	ss.a = 1
	var e any = ss.a + fss()
	fmt.Println(e)
	ss.a = 1
	f := func(a, b int) { fmt.Println(a, b) }
	f(ss.a, fss())
	ss.a = 1
	f2 := func(s S, b int) { fmt.Println(s.a, b) }
	f2(ss, fss())
	ss.a = 1
	q1, q2 := ss.a, fss()
	fmt.Println(q1, q2)
	ss.a = 1
	q3, q4 := ss, fss()
	fmt.Println(q3.a, q4)
	pp := &ss
	ss.a = 1
	fmt.Println(pp.a == fss()-1, pp.a)
	ss.a = 1
	if pp.a < fss() && pp.a == 2 {
		fmt.Println("late")
	}
	ffn := func() int { return 1 }
	setf := func() int { ffn = func() int { return 100 }; return 1 }
	fmt.Println(ffn() + setf() + ffn())
	call := func(f func() int, x int) int { return f() + x }
	ffn = func() int { return 1 }
	fmt.Println(call(ffn, setf()))
	ifc := any(1)
	fi := func() int { ifc = "s"; return 0 }
	fmt.Println(ifc, fi())
	ifc = any(1)
	cc := []any{ifc, fi()}
	fmt.Println(cc...)
	n := 1
	inc := func() int { n++; return n }
	n = n + inc()
	fmt.Println(n)
	n = inc() + n
	fmt.Println(n)
	n += inc()
	fmt.Println(n)
	k := 0
	ks := []int{10, 20, 30}
	ki := func() int { k++; return k }
	fmt.Println(ks[k], ks[ki()], ks[k])
	k = 0
	ks[k], k = ks[ki()], 2
	fmt.Println(ks, k)
	mx := map[int]int{1: 1}
	fmx := func() int { mx[1] = 9; return 1 }
	fmt.Println(mx[1] + fmx())
	mx[1] = 1
	mx[1] += fmx()
	fmt.Println(mx)
	mx[1] = 1
	mx[1], n = fmx()+mx[1], mx[1]
	fmt.Println(mx, n)
}

func fxi(i *int) int { *i = 1; return 2 }
