package main

import "fmt"

func main() {
	s := []int{1}
	f := func() int { s = append(s, 1); return len(s) }
	fmt.Println(len(s)+f(), cap(s)+f())
	m := map[int]int{}
	g := func() int { m[len(m)] = 1; return 0 }
	fmt.Println(len(m)+g(), len(m), g(), len(m))
	str := "a"
	h := func() string { str += "b"; return str }
	fmt.Println(len(str)+len(h()), len(str), h(), str)
	ch := make(chan int, 5)
	k := func() int { ch <- 1; return 0 }
	fmt.Println(len(ch)+k(), len(ch), k())
	x := 1
	ix := func() int { x++; return x }
	fmt.Println(max(x, 0)+ix(), min(x, 100)+ix(), float64(x)+float64(ix()), -x+ix(), ^x+ix())
	c := 1i
	ic := func() complex128 { c += 1; return c }
	fmt.Println(real(c)+real(ic()), imag(c)+real(ic()))
	bs := []byte("abc")
	ib := func() string { bs[0]++; return string(bs) }
	fmt.Println(string(bs)+ib(), string(bs[:1])+ib(), string(bs) == ib())
	y := x == ix()
	fmt.Println(y, x < ix(), x+1 == ix())
	a := [3]int{1, 2, 3}
	ia := func() int { a[0]++; return a[0] }
	fmt.Println(a[0]+ia(), len(a)+ia(), a == [3]int{ia(), 2, 3})
	p := &x
	fmt.Println(*p+ix(), *p*2, ix())
	var e any = 1
	ie := func() int { e = 2; return 3 }
	fmt.Println(e.(int)+ie(), e == any(ie()))
	sl := []int{1, 2, 3}
	is := func() int { sl[0] = 9; return 1 }
	fmt.Println(sl[0]+is(), sl[:1][0]+is(), append(sl, is())[0])
	fmt.Println(fmt.Sprint(x), ix(), x)
	t := struct{ a, b int }{1, 2}
	it := func() int { t.a = 50; return 1 }
	u := t.a + it()
	v := []any{t, it(), t.a}
	fmt.Println(u, v)

	t.a = 1
}
