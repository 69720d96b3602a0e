// Every form of range, loop variables, labels and goto.
package main

import (
	"fmt"
	"iter"
	"slices"
)

type T struct{ a, b int }
type Small uint8
type Seq func(func(int) bool)

func three(y func(int) bool) {
	defer fmt.Print("<end>")
	for i := 1; i <= 3; i++ {
		if !y(i) {
			fmt.Print("<stop>")
			return
		}
	}
}
func zero(y func() bool) {
	for y() {
	}
}
func pairs(y func(string, T) bool) { _ = y("p", T{1, 2}) && y("q", T{3, 4}) }
func find(n int) (r int, s string) {
	defer func() { s += "!" }()
	for i := range three {
		for j := range three {
			if i*j == n {
				return i*10 + j, "found"
			}
		}
	}
	return -1, "none"
}
func deferIn() (s string) {
	for i := range three {
		defer func() { s += fmt.Sprint("d", i) }()
	}
	s = "body"
	return s + ":"
}
func labels() {
outer:
	for i := range three {
	inner:
		for k, v := range pairs {
			for range zero {
				switch {
				case i == 1:
					continue outer
				case i == 2 && k == "p":
					continue inner
				case i == 3:
					break outer
				}
				fmt.Print(i, k, v, " ")
				break inner
			}
		}
	}
	fmt.Println()
}
func gotos() {
	i := 0
top:
	for x := range three {
		if x == 2 {
			i++
			if i < 3 {
				goto top
			}
			goto done
		}
	}
	fmt.Println("never")
done:
	fmt.Println("done", i)
}
func idx(s *[]string, n string) []int {
	*s = append(*s, n)
	return []int{0, 0, 0}
}

type It struct{ n int }

func (it *It) All(y func(int) bool) {
	for i := range it.n {
		if !y(i) {
			return
		}
	}
}
func (it It) Back() iter.Seq2[int, int] {
	return func(y func(int, int) bool) {
		for i := it.n - 1; i >= 0; i-- {
			if !y(i, i*i) {
				return
			}
		}
	}
}
func recur(t *tree, y func(int) bool) bool {
	return t == nil || recur(t.l, y) && y(t.v) && recur(t.r, y)
}

type tree struct {
	l, r *tree
	v    int
}

func (t *tree) all(y func(int) bool) { recur(t, y) }

func main() {
	for i := range 3 {
		i *= 2
		fmt.Print(i, " ")
	}
	for range 2 {
		fmt.Print("x ")
	}
	var n Small = 3
	for i := range n {
		n = 1
		fmt.Printf("%T%d ", i, i)
	}
	const c = 2
	for i := range c {
		fmt.Printf("%T ", i)
	}
	var i64 int64
	for i64 = range 4 {
	}
	fmt.Println(i64)
	for i := range -5 {
		fmt.Println("no", i)
	}
	arr := [3]int{1, 2, 3}
	for i, v := range arr {
		arr[2] = 100
		fmt.Print(i, v, " ")
	}
	for i, v := range &arr {
		arr[2] = 7
		fmt.Print(i, v, " ")
	}
	sl := []int{1, 2, 3}
	for i, v := range sl {
		sl = append(sl, 9)
		if i == 0 {
			sl[2] = 50
		}
		fmt.Print(i, v, " ")
	}
	fmt.Println(sl)
	var np *[4]int
	for i := range np {
		fmt.Print(i)
	}
	for range np {
		fmt.Print("n")
	}
	fmt.Println(len(np))
	for i, r := range "a\xffé\xe2\x82世\x00" {
		fmt.Print(i, ":", r, " ")
	}
	for i := range "éa" {
		fmt.Print(i, " ")
	}
	fmt.Println()
	m := map[string]int{"a": 1, "b": 2, "c": 3}
	cnt := 0
	for k := range m {
		delete(m, k)
		cnt++
	}
	fmt.Println(cnt, len(m))
	m["z"] = 1
	for k, v := range m {
		m[k] = v + 1
	}
	fmt.Println(m)
	var nm map[int]int
	for range nm {
		panic(1)
	}
	ch := make(chan int, 5)
	for i := range 3 {
		ch <- i * i
	}
	close(ch)
	for v := range ch {
		fmt.Print(v, " ")
	}
	var order []string
	x := struct{ i, v int }{}
	p := &x
	for p.i, p.v = range []int{5, 6} {
		fmt.Print(x, " ")
	}
	k := []int{0, 0}
	for idx(&order, "k")[1], k[0] = range []int{3, 4} {
	}
	fmt.Println(k, order)
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
		i := i
		fs = append(fs, func() int { i++; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	var ps []*int
	for i, j := 0, 10; i < j; i, j = i+1, j-3 {
		ps = append(ps, &i, &j)
		if i == 1 {
			i++
			continue
		}
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	fmt.Println()
	fmt.Println(find(6))
	fmt.Println(find(7))
	fmt.Println(deferIn())
	labels()
	gotos()
	it := &It{3}
	for i := range it.All {
		fmt.Print(i)
	}
	for i, j := range (It{3}).Back() {
		fmt.Print(i, j, " ")
	}
	for i := range (*It)(it).Back() {
		fmt.Print(i)
	}
	var y int
	for y = range Seq(three) {
	}
	fmt.Println(y)
	t := &tree{&tree{nil, nil, 1}, &tree{&tree{nil, nil, 3}, nil, 4}, 2}
	for v := range t.all {
		if v > 3 {
			break
		}
		fmt.Print(v, " ")
	}
	fmt.Println(slices.Collect(t.all))
	next, stop := iter.Pull(t.all)
	fmt.Println(next())
	fmt.Println(next())
	stop()
	fmt.Println(next())
	func() {
		defer func() { fmt.Println(recover()) }()
		for v := range t.all {
			if v == 2 {
				panic(fmt.Sprint("in body ", v))
			}
		}
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var keep func(int) bool
		for v := range func(y func(int) bool) { keep = y; y(1) } {
			_ = v
		}
		keep(3)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		for range func(y func() bool) { y(); y() } {
			break
		}
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		for range func(y func() bool) { defer func() { recover() }(); y() } {
			panic("lost")
		}
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var f func(func() bool)
		for range f {
		}
	}()
	for i, s := range [...]string{2: "c", 0: "a"} {
		fmt.Print(i, s, ";")
	}
	for _, v := range []struct{ f func(int) int }{{func(i int) int { return i + 1 }}} {
		fmt.Print(v.f(1))
	}
	for k, v := range map[[2]int]struct{}{{1, 2}: {}} {
		fmt.Print(k, v)
	}
	fmt.Println()
L:
	for i := 0; ; i++ {
		switch {
		case i < 2:
			continue L
		case i > 4:
			break L
		default:
			if i == 3 {
				break
			}
			fmt.Print("i", i)
		}
	}
	goto end
block:
	{
		fmt.Println("in block")
		if y++; y < 6 {
			goto block
		}
		goto fin
	}
end:
	goto block
fin:
B:
	for
	{
		if y > 0 {
			break B
		}
		break
	}
S:
	select {
	default:
		for {
			break S
		}
	}
	fmt.Println("fin", y)
}
