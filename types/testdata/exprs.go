package main

import (
	"errors"
	str "strings"
	"unicode/utf8"
)

type T struct {
	a, b int
	f    func()
}

func (t *T) Ptr()  {}
func (t T) Val()   {}
func (t T) val2()  {}

type I interface{ Ptr() }
type J interface {
	Val()
	Other(int) string
}
type W struct{}

func (W) Val()          {}
func (W) Other() string { return "" }

type E struct{ *T }
type MyInt int

func two() (int, error) { return 1, nil }
func none()             {}
func vari(a int, b ...string) {}

func main() {
	var t T
	var p *T
	var i I = t
	var j J = W{}
	i = p
	i.Val()
	t.A = 1
	t.zz()
	p.PTR()
	_ = T{1, 2}
	_ = T{1, 2, nil, 4}
	_ = T{a: 1, a: 2}
	_ = T{c: 1}
	_ = T{a: 1, 2}
	_ = []int{0: 1, 0: 2}
	_ = [2]int{1, 2, 3}
	_ = map[string]int{"a": 1, "a": 2}
	_ = map[[]int]string{}
	_ = &1
	_ = *t
	_ = -"a"
	_ = !1
	_ = t + 1
	_ = t == t
	_ = t.f == nil
	_ = p < p
	_ = "a" < 1
	_ = 1 << "a"
	_ = 1.5 << 2
	_ = 10 / 0
	_ = len(5)
	_ = cap(map[int]int{})
	_ = append(1, 2)
	_ = append([]int{}, "a")
	_ = copy(1, 2)
	_ = make(int)
	_ = make([]int)
	_ = make([]int, -1)
	_ = make([]int, 5, 2)
	_ = new(zzz)
	delete(t, 1)
	close(5)
	_ = complex(1, "a")
	_ = min(1, "a")
	panic()
	print(none())
	x := none()
	y := two()
	two()
	vari()
	vari("a")
	vari(1, 2)
	vari(1, []string{}...)
	t.Ptr(1)
	5()
	_ = MyInt("a")
	_ = string(1.5)
	_ = []byte(5)
	_ = int(1.5)
	_ = uint8(256)
	_ = int8(-129)
	var u8 uint8 = -1
	var f32 float32 = 1e100
	var s string = 'a'
	var by []byte = "abc"
	var n int = nil
	var e error = "x"
	_ = j.(W)
	_ = i.(string)
	_ = t.(I)
	_ = [3]int{}[5]
	_ = "abc"[10]
	_ = []int{}[-1]
	_ = []int{}["a"]
	_ = []int{}[2:1]
	_ = t[0]
	_ = 5[:]
	_ = str.foo
	_ = str.builder
	_ = errors.New(1)
	_ = nil == nil
	_ = func() {} == nil
	_ = func() {} == func() {}
	_ = (func())(nil)
	nil.foo()
	_ = T.zz
	_ = T.Ptr
	_ = (*T).Ptr
	_ = E{}.a
	_ = undefined
	_ = main
	int = 5
	1 = 2
	main = nil
	"a"[0] = 'b'
	map[string]T{}["x"].a = 1
	_ = u8 + f32
	u8 += "a"
	s++
	const big = 1 << 100
	_ = big
	var z = big
	var c8 int8 = 1 << 7
	_ = c8 * 1000
	go none
	defer int(3)
	defer recover()
	go len("a")
	if 1 {
	}
	for "a" {
	}
	_ = by
	_ = n
	_ = e
}
