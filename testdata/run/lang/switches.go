// Switch statements in all their forms, type switches and their duplicates.
package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

type Shape interface{ Area() float64 }
type Sq struct{ s float64 }
type Ci struct{ r float64 }
type Named interface {
	Shape
	Name() string
}

func (s Sq) Area() float64  { return s.s * s.s }
func (c *Ci) Area() float64 { return 3 * c.r * c.r }
func (c *Ci) Name() string  { return "circle" }

func f(s string, v int) int { fmt.Print(s, " "); return v }

func class(x any) string {
	switch y := x.(type) {
	case nil:
		return fmt.Sprintf("nil %v", y)
	case int, int64:
		return fmt.Sprintf("int-ish %T", y)
	case error:
		return "error " + y.Error()
	case func(int) int:
		return fmt.Sprint("func ", y(3))
	case []any:
		s := ""
		for _, e := range y {
			s += class(e) + ","
		}
		return "[" + s + "]"
	case map[string]any:
		return fmt.Sprint("map", len(y))
	case *int:
		return fmt.Sprint("*int ", *y)
	case struct{ A int }:
		return fmt.Sprint("anon", y.A)
	case Named:
		return "named " + y.Name()
	case Shape:
		return fmt.Sprint("shape ", y.Area())
	case chan<- int:
		return "send"
	case chan int:
		return "chan"
	case [2]int:
		return fmt.Sprint("arr", y[1])
	case interface{ Len() int }:
		return fmt.Sprint("len", y.Len())
	case io.Reader, fmt.Stringer:
		_, ok := y.(io.Reader)
		return fmt.Sprint("reader|stringer ", ok)
	case bool:
		if y {
			break
		}
		return "false"
	default:
		return fmt.Sprintf("default %T %v", y, y)
	}
	return "after"
}

func grade(n int) (s string) {
	switch {
	case n >= 90:
		s = "A"
	case n >= 80:
		s = "B"
		fallthrough
	case n == -1:
		s += "+"
		fallthrough
	default:
		s += "!"
	case n < 10:
		s = "F"
	}
	return
}

type E1 struct{ code int }

func (e E1) Error() string { return fmt.Sprint("E1:", e.code) }

func main() {
	switch x := 5; x {
	case 1, 2, 3:
		fmt.Println("small")
	case 4, 5:
		fmt.Println("mid")
	}
	switch f("tag", 3) {
	case f("a", 1), f("b", 2):
		fmt.Println("no")
	default:
		fmt.Println("default first in text")
	case f("c", 3), f("d", 3):
		fmt.Println("hit")
	case f("e", 3):
	}
	for _, n := range []int{95, 85, 50, 5, -1} {
		fmt.Print(grade(n), " ")
	}
	fmt.Println()
	switch x := any(3).(type) {
	default:
		fmt.Printf("%T\n", x)
	}
	switch any(1) {
	case 1.0:
		fmt.Println("float")
	case "1":
		fmt.Println("string")
	case int8(1):
		fmt.Println("int8")
	case 1:
		fmt.Println("int")
	}
	switch 1.0 {
	case 1:
		fmt.Println("const")
	}
	switch (Sq{1}) {
	case Sq{1}:
		fmt.Println("struct")
	}
	switch [2]string{"a", "b"} {
	case [...]string{"a", "b"}:
		fmt.Println("array")
	}
	var sh Shape = Sq{2}
	switch sh {
	case Sq{2}:
		fmt.Println("iface == concrete")
	}
	var fn func()
	switch fn {
	case nil:
		fmt.Println("nil func")
	}
	switch s := strings.ToUpper("go"); {
	case s == "GO" && len(s) == 2:
		fmt.Println(s)
	}
	switch {
	}
	switch x := f("only", 1); x {
	}
	switch ; {
	default:
		fmt.Println("empty init")
	}
	switch true {
	case false:
	case f("bool", 1) == 1:
		fmt.Println("true")
	}
	n := 9
	for _, x := range []any{nil, 1, int64(2), errors.New("e"), E1{4}, func(i int) int { return i * i }, []any{1, nil, "x"}, map[string]any{"a": 1}, &n, struct{ A int }{7}, &Ci{1}, Sq{3}, make(chan<- int), make(chan int), [2]int{1, 2}, strings.NewReader("abc"), io.MultiReader(), new(strings.Builder), false, true, 'x', uint8(3), 2.5, (*int)(&n), struct{ B int }{7}, any(any(5))} {
		fmt.Println(class(x))
	}
	var e error = fmt.Errorf("w: %w", E1{5})
	var e1 E1
	switch {
	case errors.As(e, &e1):
		fmt.Println("as", e1.code)
	}
	switch e := errors.Unwrap(e); e := e.(type) {
	case E1:
		fmt.Println(e.code, e)
	}
outer:
	for i := 0; ; i++ {
		switch i {
		case 0:
			continue
		case 1:
			continue outer
		case 2:
			switch {
			case true:
				break
			}
			fmt.Print("two ")
		case 3:
			if i == 3 {
				break
			}
			fmt.Println("no")
		case 4:
			break outer
		}
		fmt.Print("end", i, " ")
	}
	fmt.Println()
	switch s := "b"; s {
	case "a", "b", "c", "d", "e", "f", "g", "h", "i":
		fmt.Println("in set")
	}
	for i := range 12 {
		switch i {
		case 0, 10:
			fmt.Print("a")
		case 1:
			fmt.Print("b")
		case 2:
			fmt.Print("c")
		case 3, 4, 5:
			fmt.Print("d")
		case 6:
			fmt.Print("e")
		case 7:
			fmt.Print("f")
		case 8:
			fmt.Print("g")
		case 11:
			fmt.Print("h")
		default:
			fmt.Print(".")
		}
	}
	fmt.Println()
	for _, s := range []string{"", "a", "ab", "abc", "abd", "zz", "héé"} {
		switch s {
		case "abc":
			fmt.Print(1)
		case "abd":
			fmt.Print(2)
		case "":
			fmt.Print(0)
		case "a", "ab":
			fmt.Print(3)
		case "héé":
			fmt.Print(4)
		default:
			fmt.Print("-")
		}
	}
	fmt.Println()
	switch x := uint8(200); {
	case x+100 < x:
		fmt.Println("wrapped")
	}
	switch c := 'é'; {
	case 'a' <= c && c <= 'z', c == 'é':
		fmt.Println("letter")
	}
	switch p := (&Sq{3}); {
	case p.s > 2:
		p.s = 1
		fallthrough
	case p.s > 100:
		fmt.Println("ft", p.s)
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		switch any([]int{}) {
		case any([]int{}):
		}
	}()
	x := 1
	switch x := x + 1; x {
	case 2:
		x := "inner"
		fmt.Println(x)
	}
	fmt.Println(x)
}
