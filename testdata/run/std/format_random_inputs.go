// Package fmt, times and durations, classes of characters: random inputs.
package main

import (
	"errors"
	"fmt"
	"math"
	"math/rand"
	"strconv"
	"strings"
	"time"
	"unicode"
)

type S struct {
	A int
	B string
	c []byte
	D *int
	E any
	F map[string]int
	G [2]bool
	h error
}
type N int
type St string
type Str struct{ x int }

func (s Str) String() string { return fmt.Sprintf("<%d>", s.x) }

type GS struct{ x int }

func (g GS) GoString() string { return "GS!" }

type Er struct{}

func (*Er) Error() string { return "er" }

type P struct{ v int }

func (p P) String() string { panic("boom") }

type F struct{}

func (F) Format(s fmt.State, v rune) {
	w, wo := s.Width()
	p, po := s.Precision()
	fmt.Fprintf(s, "[%c %d %v %d %v %v%v%v%v%v %s]", v, w, wo, p, po, s.Flag('+'), s.Flag('-'), s.Flag('#'), s.Flag(' '), s.Flag('0'), fmt.FormatString(s, v))
}

var r *rand.Rand

func val() any {
	var np *int
	var ne error
	switch r.Intn(40) {
	case 0:
		return r.Intn(2000) - 1000
	case 1:
		return r.NormFloat64() * math.Pow(10, float64(r.Intn(40)-20))
	case 2:
		return []float64{0, math.Copysign(0, -1), math.Inf(1), math.Inf(-1), math.NaN(), 1, 100, 1e21, 1e20, 123456789}[r.Intn(10)]
	case 3:
		return float32(r.NormFloat64())
	case 4:
		return complex(r.NormFloat64(), float64(r.Intn(5)))
	case 5:
		return "héllo\n\x00\xff"
	case 6:
		return []byte("ab\x01")
	case 7:
		return r.Intn(2) == 0
	case 8:
		return []int{1, -2, 3}
	case 9:
		return map[string]int{"b": 2, "a": 1}
	case 10:
		return S{1, "x", []byte("q"), nil, 5, map[string]int{"z": 1}, [2]bool{true, false}, errors.New("E")}
	case 11:
		return &S{}
	case 12:
		return N(7)
	case 13:
		return St("st")
	case 14:
		return Str{4}
	case 15:
		return &Str{5}
	case 16:
		return GS{1}
	case 17:
		return &Er{}
	case 18:
		return (*Er)(nil)
	case 19:
		return P{1}
	case 20:
		return F{}
	case 21:
		return nil
	case 22:
		return np
	case 23:
		return ne
	case 24:
		return []any{1, "a", nil, 2.5, []string{"x"}}
	case 25:
		return 'x'
	case 26:
		return rune(r.Intn(0x110000))
	case 27:
		return uint8(r.Intn(256))
	case 28:
		return uint64(math.MaxUint64)
	case 29:
		return int64(math.MinInt64)
	case 30:
		return [3]byte{1, 2, 3}
	case 31:
		return []string{"a b", "c"}
	case 32:
		return struct{}{}
	case 33:
		return []error{errors.New("x"), nil}
	case 34:
		return time.Duration(r.Int63n(1e15))
	case 35:
		return map[N][]St{1: {"a"}, 0: nil}
	case 36:
		return &[]int{1}
	case 37:
		return &map[string]bool{"k": true}
	case 38:
		return (*Str)(nil)
	}
	return []Str{{1}, {2}}
}

func main() {
	const seed, n = 3, 80
	r = rand.New(rand.NewSource(seed))
	verbs := "vvvvdsqxXobBeEfFgGtTcUwOp%z!"
	verbs = strings.ReplaceAll(verbs, "p", "")
	for i := 0; i < n; i++ {
		var b strings.Builder
		var args []any
		for k := r.Intn(3) + 1; k > 0; k-- {
			b.WriteString("%")
			for r.Intn(3) == 0 {
				b.WriteByte("+-# 0"[r.Intn(5)])
			}
			if r.Intn(8) == 0 {
				fmt.Fprintf(&b, "[%d]", r.Intn(4))
			}
			switch r.Intn(6) {
			case 0:
				fmt.Fprintf(&b, "%d", r.Intn(15))
			case 1:
				b.WriteString("*")
				args = append(args, r.Intn(24)-8)
			}
			switch r.Intn(6) {
			case 0:
				fmt.Fprintf(&b, ".%d", r.Intn(9))
			case 1:
				b.WriteString(".")
			}
			b.WriteByte(verbs[r.Intn(len(verbs))])
			if r.Intn(15) != 0 {
				args = append(args, val())
			}
		}
		f := b.String()
		s := fmt.Sprintf(f, args...)
		if strings.ContainsAny(f, "xXobBdeEfFgGtTcUwO") && strings.Contains(fmt.Sprintf("%T", args), "*") || hasPtr(args) || strings.Contains(s, "0xc0") || strings.Contains(s, "0x7") {
			s = "ptr"
		}
		if len(args) > 0 && strings.Contains(f, "#") {
			if _, ok := args[0].(*int); ok {
				s = "ptr"
			}
		}
		fmt.Printf("%q %q\n", f, s)
		a, c := val(), val()
		s = fmt.Sprint(a, c, "x", 1, 2)
		if !strings.Contains(s, "0x") {
			fmt.Println(strconv.Quote(s), strconv.Quote(fmt.Sprintln(c, a)))
		}
		// times
		t := time.Unix(r.Int63n(8e9)-2e9, r.Int63n(1e9)).UTC()
		if r.Intn(2) == 0 {
			t = t.In(time.FixedZone("XYZ", r.Intn(86400)-43200))
		}
		lay := []string{time.RFC3339, time.RFC3339Nano, time.RFC1123Z, time.ANSIC, time.Kitchen, time.StampMicro, "2006-002 15:04:05.000 Z07 -07:00:00", "Jan _2 06 3:4:5PM", "Monday 02.01.2006 .999", "05,000 pm MST"}[r.Intn(10)]
		o := t.Format(lay)
		p, err := time.Parse(lay, o)
		y, w := t.ISOWeek()
		fmt.Println(o, p, err, t.YearDay(), y, w, t.Truncate(time.Hour), t.Round(time.Minute), t.AddDate(r.Intn(5)-2, r.Intn(30)-15, r.Intn(60)-30))
		bad := []byte(o)
		if len(bad) > 0 {
			bad[r.Intn(len(bad))] = "0x: Z-9"[r.Intn(7)]
		}
		p, err = time.Parse(lay, string(bad))
		fmt.Println(p, err)
		ds := fmt.Sprint(time.Duration(r.Int63n(1e15) - 5e14))
		d, err := time.ParseDuration(ds)
		fmt.Println(ds, d.Round(time.Millisecond), d.Truncate(time.Minute), d.Hours(), err)
		c1 := rune(r.Intn(0x30000))
		fmt.Println(unicode.IsLetter(c1), unicode.IsDigit(c1), unicode.IsSpace(c1), unicode.IsPunct(c1), unicode.IsSymbol(c1), unicode.IsMark(c1), unicode.IsPrint(c1), unicode.IsGraphic(c1), unicode.IsControl(c1), unicode.ToUpper(c1), unicode.ToLower(c1), unicode.ToTitle(c1), unicode.SimpleFold(c1), unicode.In(c1, unicode.Han, unicode.Latin, unicode.Cyrillic))
		// scanning
		in := []string{"12 abc 3.5", "0x1F true q", "-7,8;9", "é 1e3 z", "  5\n6 7", "1_000 0b11 0o7"}[r.Intn(6)]
		var i1 int
		var s1 string
		var f1 float64
		var b1 bool
		m, err := fmt.Sscan(in, &i1, &s1, &f1)
		fmt.Println(m, err, i1, s1, f1)
		m, err = fmt.Sscanf(in, []string{"%d %s %g", "%v %t %c", "%d,%d;%d", "%x %q", "%5d%3s", "%c%c%c"}[r.Intn(6)], &i1, &s1, &b1)
		fmt.Println(m, err, i1, s1, b1)
	}
}

func hasPtr(args []any) bool {
	for _, a := range args {
		if strings.HasPrefix(fmt.Sprintf("%T", a), "*") {
			return true
		}
		if _, ok := a.([]error); ok {
			return true
		}
		if _, ok := a.(S); ok {
			return true
		}
	}
	return false
}
