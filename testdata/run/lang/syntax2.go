// More syntax and scoping: shadowed predeclared names, Unicode identifiers, nested functions, struct tags, closures in odd places.
package main

import "fmt"

type int32 = int64
type string2 = string

var nil2 interface{} = nil

const (
	c0 = iota << 2
	c1
	π  = 3.14159
	ñ, 世 = "ñ", '世'
)

func iota_() int { iota := 5; return iota }
func append(xs ...int) int { return len(xs) }
func new2[T any]() *T      { return new(T) }

type error interface{ Error() string }
type any2 = any
type fakeErr struct{}

func (fakeErr) Error() string { return "fake" }

type byte struct{ b uint8 }

func print(s string) string { return "my " + s }

type x struct{ x *x }

func (x x) X(y x) (z x) { z.x = &x; return }

type List struct {
	Next *List "tag"
	v    int   `json:"v,omitempty"`
}

var initOrder = func() (s string) {
	defer func() { s += "!" }()
	for _, f := range []func() string{func() string { return late }, func() string { return fmt.Sprint(c1) }} {
		s += f()
	}
	return
}()
var late = "late"
var table = map[string]func(int, int) int{
	"+": func(a, b int) int { return a + b },
	"-": func(a, b int) int { return a - b },
	"f": recur,
}

func recur(a, b int) int {
	if a <= 0 {
		return b
	}
	return table2()["f"](a-1, b+2)
}
func table2() map[string]func(int, int) int { return tbl }

var tbl map[string]func(int, int) int

func init() { tbl = table }

type Op int

const (
	Add Op = iota + 1
	Sub
	_
	Mul
	last = iota
)

var names = [...]string{Add: "add", Sub: "sub", Mul: "mul"}

func (o Op) String() string { return names[o] }

type Temp float64
type Temps []Temp

func (t Temps) Avg() (avg Temp) {
	for _, x := range t {
		avg += x / Temp(len(t))
	}
	return
}

func main() {
	var i int32 = 1 << 40
	fmt.Println(i, c0, c1, π, ñ, string(世), iota_(), append(1, 2, 3), *new2[int](), nil2 == nil)
	var e error = fakeErr{}
	fmt.Println(e, byte{3}.b, print("p"), initOrder, table["+"](1, 2), table["f"](3, 1))
	x1 := x{}
	x2 := x1.X(x1)
	fmt.Println(x2.x != nil, x2.x.x == nil)
	true, false := false, true
	fmt.Println(true, false, 1 == 1)
	nil := 5
	fmt.Println(nil)
	len := func(x string) int { return 7 }
	fmt.Println(len("x"), Add, Sub, Mul, last, Op(1)|Op(2), fmt.Sprintf("%d %v %s %x", Mul, Mul, Mul, Mul))
	type int string
	var s int = "str"
	fmt.Printf("%T %v\n", s, s)
	fmt.Println(Temps{10, 20, 40}.Avg(), Temps(nilT).Avg())
	main := "main shadowed"
	fmt.Println(main)
	fmt := fmt.Sprint
	_ = fmt("x")
	{
		fmt, main := func(a ...any) { println() }, 3
		_, _ = fmt, main
	}
	a := 1
	{
		a := a + 1
		{
			a := a * 10
			a++
			_ = a
		}
		a++
		_ = a
	}
	if a := a + 5; a > 5 {
		a := "inner"
		_ = a
	} else if b := a; b > 0 {
		_ = a + b
	}
	func(a, b string2) { a, c := b, a; _, _ = a, c }("x", "y")
	for a := 0; a < 2; a++ {
		a := a
		a += 5
	}
	switch a := any(a).(type) {
	case string:
		_ = a + "x"
	default:
		_ = a
	}
	select {
	default:
		a := "sel"
		_ = a
	}
	if a != 1 {
		panic("a")
	}
	type T struct{ T any }
	t := T{T: T{T: 3}}
	if t.T.(T).T != 3 {
		panic("T")
	}
	type rec func(rec, uint) uint
	var f rec = func(f rec, n uint) uint {
		if n == 0 {
			return 1
		}
		return n * f(f, n-1)
	}
	if f(f, 5) != 120 {
		panic("rec")
	}
}

var nilT []Temp
