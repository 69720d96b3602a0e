package main

import (
	"errors"
	"fmt"
	"math"
)

type point struct{ X, Y int }
type named float64
type str string
type stringer struct{ n int }

func (s stringer) String() string { return fmt.Sprintf("S(%d)", s.n) }

type ptrStringer struct{ n int }

func (s *ptrStringer) String() string { return fmt.Sprintf("P(%d)", s.n) }

type gostringer struct{}

func (gostringer) GoString() string { return "GO!" }

type formatter struct{}

func (formatter) Format(f fmt.State, verb rune) {
	w, wok := f.Width()
	p, pok := f.Precision()
	fmt.Fprintf(f, "[%c %d %t %d %t %t%t%t%t%t %s]", verb, w, wok, p, pok, f.Flag('+'), f.Flag('-'), f.Flag('#'), f.Flag(' '), f.Flag('0'), fmt.FormatString(f, verb))
}

type panics struct{}

func (panics) String() string { panic("boom") }

type panicsErr struct{}

func (panicsErr) Error() string { panic(errors.New("bad")) }

type nested struct {
	A any
	B []int
	C map[string]int
	D *point
	E error
	F func()
	G [2]bool
	h stringer
	I stringer
	J *int
	K chan int
	L []byte
	M struct{}
}

type valErr string

func (e valErr) Error() string { return string(e) }

type bytes []byte
type mybyte byte

var formats = []string{
	"%v", "%+v", "%#v", "%T", "%d", "%5d", "%-5d|", "%05d", "%+d", "% d", "%x", "%X", "%#x", "%# x", "% x", "%o", "%#o", "%O", "%b", "%#b",
	"%c", "%q", "%#q", "%+q", "%U", "%#U", "%e", "%E", "%f", "%F", "%g", "%G", "%.2f", "%8.3f", "%-8.3f|", "%08.3f", "%+.3e", "%.3g", "%#g", "%#.3x", "% .3f", "%+08.2f",
	"%s", "%10s", "%-10s|", "%.2s", "%010s", "%.0d", "%.3d", "%8.3d", "%-8.3d|", "%08.3d", "%t", "%5t", "%w", "%z", "%!", "%.x", "%6.2f%%", "%x|%[1]v", "%20v", "%-20v|", "%+.2v", "%#+v", "% #x", "%# X",
}

func main() {
	n := 7
	_ = n
	values := []any{
		nil, true, false, 0, 42, -42, int8(-128), int64(math.MinInt64), uint(7), uint8(255), uint64(math.MaxUint64), uintptr(4096),
		'x', '世', rune(0x10ffff + 1), 3.14159, -0.0, 1e21, 1e20, 1e-7, float32(0.1), math.Inf(1), math.Inf(-1), math.NaN(), named(2.5),
		complex(1, -2), complex64(complex(0.5, math.Inf(1))),
		"hello", "", "a\tb\"c`d", "世界\xff", str("named"), []byte("bytes"), []byte(nil), bytes{1, 2, 3}, [3]byte{9, 8, 7}, []mybyte{1, 2},
		[]int{1, 2, 3}, []int(nil), []string{"a", "b c"}, [2]float64{1.5, 2}, []any{1, "a", nil, 2.5}, map[string]int{"b": 2, "a": 1}, map[int]string(nil), map[any]int{"z": 1, "a": 2, nil: 3},
		point{1, 2}, &point{3, 4}, (*point)(nil), struct{}{}, []point{{1, 2}, {3, 4}}, []*point{nil}, &[]int{1}, &map[string]int{"k": 1}, &[2]int{1, 2},
		stringer{5}, &stringer{6}, []stringer{{1}, {2}}, map[string]stringer{"k": {3}}, &ptrStringer{7}, ptrStringer{8}, (*ptrStringer)(nil), (*stringer)(nil), gostringer{}, formatter{}, []formatter{{}}, panics{}, panicsErr{}, errors.New("an error"), []error{valErr("e1"), nil},
		nested{A: 1, B: []int{1}, C: map[string]int{"x": 1}, h: stringer{1}, I: stringer{2}, L: []byte("hi"), E: valErr("err")},
		struct {
			a any
			b error
		}{point{1, 2}, valErr("hidden")},
		[]any{[]any{[]any{}}}, map[point]string{{2, 1}: "b", {1, 2}: "a"}, map[bool]int{true: 1, false: 0}, map[float64]int{math.NaN(): 1, 2: 2, -1: 3},
	}
	for _, v := range values {
		for _, f := range formats {
			fmt.Printf("%s: ", f)
			fmt.Printf(f, v)
			fmt.Println()
		}
	}
	fmt.Printf("%d %d\n", 1)
	fmt.Printf("%d\n", 1, 2, "x", nil)
	fmt.Printf("%[2]d %[1]d\n", 1, 2)
	fmt.Printf("%[3]d %[x]d %[0]d %[1]\n", 1, 2)
	fmt.Printf("%*d|%-*d|%.*f|%[5]*.[4]*[6]f\n", 5, 1, 5, 2, 3, 3.14159)
	fmt.Printf("%*d|%.*d\n", "x", 1, -3, 5)
	fmt.Printf("%[2]*[1]d|%d\n", 1, 6)
	fmt.Printf("%")
	fmt.Printf("%5\n")
	fmt.Printf("%世 %-世\n", 1, 2)
	fmt.Println(fmt.Sprint("a", 1, 2, "b", "c", 3.5, nil, nil, []int{1}), fmt.Sprint(), fmt.Sprintln("x", 1))
	fmt.Println(string(fmt.Append([]byte("p"), 1, 2)), string(fmt.Appendf(nil, "%d", 3)), string(fmt.Appendln(nil, 4)))
	e1, e2 := errors.New("e1"), errors.New("e2")
	w := fmt.Errorf("w: %w", e1)
	fmt.Println(w, errors.Unwrap(w) == e1, errors.Is(w, e1))
	ww := fmt.Errorf("ww: %w %w %d", e1, e2, 3)
	fmt.Println(ww, errors.Is(ww, e2), errors.Unwrap(ww))
	fmt.Println(fmt.Errorf("%w", "notanerror"), fmt.Errorf("plain"), fmt.Errorf("%w", nil))
	fmt.Printf("%T %T %T\n", w, ww, fmt.Errorf("x"))
	fmt.Printf("%v %s\n", errors.Join(e1, e2), e1)
	fmt.Printf("%6.3v|%-8q|%x\n", 3.14159, "hi", "hello")
	fmt.Printf("%T %T %T %T\n", main, make(chan<- int), map[string][]int{}, struct {
		A int `tag:"x"`
		b string
	}{})
	fmt.Printf("%t %v %p\n", true, &struct{ p *int }{nil}, nil)
	fmt.Printf("%v %d\n", []any{1, "x"}, []any{1, "x"})
	fmt.Printf("%s %v %x %X %q\n", []string{"a"}, [][]byte{{1}}, []string{"ab", "c"}, []byte{0xab}, []string{"x y"})
}
