package main

import "fmt"

const N = 1 << 20

type Big struct {
	n    int
	data [N]byte
	s    string
}

func (b Big) Sum() int {
	t := b.n
	for _, x := range b.data[:100] {
		t += int(x)
	}
	b.n = 99
	return t
}

func (b *Big) Set(i int, v byte) { b.data[i] = v }

type Summer interface{ Sum() int }

func make1(n int) Big {
	var b Big
	b.n = n
	b.data[3] = 7
	b.s = fmt.Sprint("n", n)
	return b
}

func pass(b Big, f func(Big) Big) (r Big, ok bool) {
	defer func() {
		if x := recover(); x != nil {
			fmt.Println("recovered", x)
		}
	}()
	r = f(b)
	b.n++
	r.n += b.n
	ok = true
	return
}

func unnamed(p bool) (Big, error) {
	if p {
		return Big{n: 5}, nil
	}
	return Big{}, fmt.Errorf("none")
}

func lost() Big {
	defer func() { recover() }()
	panic(1)
}

func gen[T any](x T, n int) []T {
	var s []T
	for range n {
		s = append(s, x)
	}
	return append(s, x, x)
}

var global Big
var g2 = make1(8)

func main() {
	a := make1(3)
	b := a
	b.Set(4, 9)
	fmt.Println(a.Sum(), b.Sum(), a == b, a != b, a == make1(3))
	c, ok := pass(b, func(x Big) Big { x.n = 100; return x })
	fmt.Println(c.n, ok, b.n, c.data[4], c.s)
	d, ok := pass(b, func(x Big) Big { panic("oops") })
	fmt.Println(d.n, ok, len(d.data), d.s == "")
	var i any = a
	var s Summer = b
	fmt.Println(s.Sum(), i.(Big).n, i == any(a), i == any(b), i.(Summer).Sum())
	x, ok := i.(Big)
	x.n = 77
	fmt.Println(x.n, i.(Big).n, ok)
	_, ok = s.(interface{ Foo() })
	fmt.Println(ok)
	y, ok := any(3).(Big)
	fmt.Println(y.n, ok, y.data[5])
	switch z := i.(type) {
	case [N]byte:
		fmt.Println("array", len(z))
	case Big:
		z.n++
		fmt.Println("big", z.n, i.(Big).n)
	}
	f := a.Sum
	a.n = 1000
	fmt.Println(f(), Big.Sum(a), (*Big).Sum(&a))
	bs := gen(a, 3)
	bs[2].n = 5
	fmt.Println(len(bs), bs[0].n, bs[2].n, bs[4].n)
	for i, v := range bs {
		bs[len(bs)-1-i].n = i
		fmt.Print(v.n, " ")
	}
	fmt.Println()
	arr := [4]Big{0: a, 2: make1(2)}
	for i, v := range arr {
		arr[3].n = 50
		fmt.Print(i, ":", v.n, " ")
	}
	fmt.Println(len(arr), arr[3].n)
	m := map[string]Big{"a": a, "b": b}
	m["c"] = c
	m["z"] = make1(26)
	delete(m, "b")
	v, ok := m["b"]
	fmt.Println(len(m), m["a"].n, m["c"].s, m["q"].n, v.n, ok, len(m["q"].data))
	n := 0
	for k, v := range m {
		n += v.n + len(k)
	}
	fmt.Println(n)
	type K [1 << 15]byte
	mk := map[K]int{{1}: 1, {2}: 2}
	mk[K{3}] = 3
	mk[K{1}] += 10
	delete(mk, K{2})
	_, has := mk[K{2}]
	n = 0
	for k, v := range mk {
		n += int(k[0]) * v
	}
	fmt.Println(len(mk), mk[K{1}], has, n)
	type E [1 << 15]int8
	ch := make(chan E, 3)
	e := E{1, 2, 3}
	ch <- e
	e[0] = 5
	ch <- e
	go func() { ch <- E{9}; close(ch) }()
	fmt.Println((<-ch)[0], (<-ch)[0], (<-ch)[0])
	w, ok := <-ch
	fmt.Println(w[0], len(w), ok)
	un := make(chan E)
	go func() { un <- e }()
	select {
	case q := <-un:
		fmt.Println("sel", q[0])
	}
	go func() {
		for q := range un {
			fmt.Println("got", q[1])
		}
		un = nil
	}()
	select {
	case un <- E{4, 44}:
	}
	p := &global
	*p = a
	global.n++
	q := *p
	p.n++
	fmt.Println(global.n, q.n, g2.n, len(global.data), len(lost().data), lost().n)
	fn := func() Big { return q }
	q2 := fn()
	q2.n = -1
	fmt.Println(fn().n, fn().data[3], fn().s)
	defer func(b Big) { fmt.Println("deferred", b.n) }(q2)
	q2.n = -2
	done := make(chan bool)
	go func(b Big) { fmt.Println("go", b.n); done <- true }(q2)
	<-done
	bp := new(Big)
	*bp = q2
	a, b = b, a
	fmt.Println(a.n, b.n, bp.n)
	sl := make([]byte, N)
	sl[7] = 7
	arr2 := [N]byte(sl)
	sl[7] = 8
	fmt.Println(arr2[7], len(arr2))
	r, err := unnamed(true)
	fmt.Println(r.n, err)
	r, err = unnamed(false)
	fmt.Println(r.n, err)
	fmt.Println(struct{ Big }{make1(6)}.Sum(), [2]Big{make1(1)}[0].n)
	for j := range 3 {
		k := make1(j)
		defer func() { fmt.Print(k.n, " ") }()
	}
	idx := 2
	fmt.Println(make1(4).data[idx+1], [3]Big{}[idx].n)
	fmt.Println(fmt.Sprintf("%v", [1 << 12]int64{1})[:8])
}
