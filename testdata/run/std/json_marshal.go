// What Marshal writes for all kinds of values.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/big"
	"os"
	"time"
)

type color int

func (c color) MarshalText() ([]byte, error) {
	if c < 0 {
		return nil, errors.New("no such color")
	}
	return []byte(fmt.Sprintf("color<%d>", int(c))), nil
}

type point struct{ X, Y int }

func (p point) MarshalJSON() ([]byte, error) {
	return []byte(fmt.Sprintf(" [ %d , %d ] ", p.X, p.Y)), nil
}

type byAddress struct{ n int }

func (b *byAddress) MarshalJSON() ([]byte, error) { return []byte(fmt.Sprint(b.n * 100)), nil }

type textByAddress struct{ N int }

func (b *textByAddress) MarshalText() ([]byte, error) { return []byte(fmt.Sprint("t", b.N)), nil }

type broken struct{ text string }

func (b broken) MarshalJSON() ([]byte, error) {
	if b.text == "" {
		return nil, errors.New("nothing to say")
	}
	return []byte(b.text), nil
}

type omits struct {
	A int                        `json:"a,omitempty"`
	B string                     `json:",omitempty"`
	C []int                      `json:"c,omitempty"`
	D map[string]int             `json:"d,omitempty"`
	E *int                       `json:"e,omitempty"`
	F any                        `json:"f,omitempty"`
	G [0]int                     `json:"g,omitempty"`
	H point                      `json:"h,omitempty"`
	I time.Time                  `json:"i,omitzero"`
	J struct{ K int }            `json:"j,omitzero"`
	L float64                    `json:"l,omitempty,omitzero"`
	M zeroish                    `json:"m,omitzero"`
	N *zeroish                   `json:"n,omitzero"`
	O zeroByAddress              `json:"o,omitzero"`
	P interface{ IsZero() bool } `json:"p,omitzero"`
	Q bool                       `json:"q,omitempty"`
	R [2]int                     `json:"r,omitzero"`
	S []int                      `json:"s,omitzero"`
}

type zeroish int

func (z zeroish) IsZero() bool { return z == 7 }

type zeroByAddress struct{ N int }

func (z *zeroByAddress) IsZero() bool { return z.N == 9 }

type quoted struct {
	A int         `json:",string"`
	B float64     `json:"b,string"`
	C bool        `json:"c,string"`
	D string      `json:"d,string"`
	E *int        `json:"e,string"`
	F []int       `json:"f,string"`
	G *string     `json:"g,string"`
	H uint8       `json:"h,string,omitempty"`
	I json.Number `json:"i,string"`
	J any         `json:"j,string"`
}

type named struct {
	Plain   int
	Renamed int `json:"other"`
	Dash    int `json:"-"`
	Dashed  int `json:"-,"`
	Odd     int `json:"a b&c<d"`
	Bad     int `json:"a\"b"`
	Ünï     int
	hidden  int
	Both    int `xml:"x" json:"both" db:"y"`
	Empty   int `json:""`
	Wrong   int `json`
}

type Base struct {
	ID   int
	Name string
}
type other struct {
	ID    int
	Extra bool
}
type Deep struct{ Level int }
type middle struct {
	Deep
	*Base
}
type outer struct {
	middle
	other
	Name string `json:"name"`
}
type tagWins struct {
	Base
	other `json:"other"`
	Deep  `json:"Deep"`
}
type conflict struct {
	A struct{ X int }
	L
	R
}
type L struct {
	Z int
	Y int `json:"y"`
}
type R struct {
	Z int
	V int `json:"y"`
}
type taggedConflict struct {
	L1
	R1
}
type L1 struct{ Z int }
type R1 struct {
	W int `json:"Z"`
}
type node struct {
	Value int
	Next  *node `json:",omitempty"`
}
type list []list
type Int int
type embedsInt struct {
	Int
	*node
	any
}

func show(v any) {
	b, err := json.Marshal(v)
	fmt.Printf("%s %v\n", b, err)
	if err != nil {
		fmt.Printf("%T\n", err)
		if u := errors.Unwrap(err); u != nil {
			fmt.Printf("  %T %v\n", u, u)
		}
	}
}

func main() {
	seven, word := 7, "hi"
	for _, v := range []any{
		nil, true, false, 0, -5, int8(-128), int16(300), int32(1 << 30), int64(math.MinInt64), uint8(200), uint64(math.MaxUint64), uintptr(9),
		0.0, 1.0, -2.5, 1e20, 1e21, 123456789012345678.0, 1e-6, 1e-7, 0.000001234, 1.5e-9, 1e100, 5e-324, math.MaxFloat64, math.Copysign(0, -1),
		float32(0.1), float32(1e21), float32(3.4e38), float32(1e-7), float32(1e-45), float32(16777216),
		"", "plain", "quote \" back \\ slash /", "tab\tnl\ncr\rbs\bff\f", "\x00\x01\x1f\x7f", "<a href='x'>&amp;</a>", "é世界😀", "bad \xff\xc0 utf", "\u2028\u2029", "\xed\xa0\x80",
		[]byte(nil), []byte{}, []byte("hello"), []int(nil), []int{}, []int{1, 2, 3}, [3]string{"a", "b"}, [0]int{}, [2][]byte{{1}, nil},
		map[string]int(nil), map[string]int{}, map[string]int{"b": 1, "a": 2, "": 3, "ä": 4}, map[int]string{10: "x", -1: "y", 9: "z"},
		map[uint8]bool{3: true}, map[color]int{1: 2, 3: 4}, map[any]int(nil),
		&seven, &word, (*int)(nil), struct{}{}, point{1, 2}, &point{3, 4}, []point{{5, 6}}, color(3), []color{1, 2},
		byAddress{5}, &byAddress{6}, []byAddress{{7}}, [1]byAddress{{8}}, map[string]byAddress{"x": {9}}, struct{ B byAddress }{byAddress{1}},
		&struct{ B byAddress }{byAddress{1}}, textByAddress{1}, &textByAddress{2}, []textByAddress{{3}}, (*point)(nil), (*textByAddress)(nil),
		json.RawMessage(`{"a" : [1, 2 ]}`), json.RawMessage(nil), json.Number("12.50"), json.Number(""), json.Number("x"), json.Number("1 "), json.Number(" 1"),
		omits{}, omits{A: 1, B: "b", C: []int{1}, D: map[string]int{"x": 1}, E: &seven, F: 0, I: time.Unix(0, 0).UTC(), L: 1, M: 7, O: zeroByAddress{9}, P: zeroish(7), S: []int{}},
		&omits{M: 8, O: zeroByAddress{9}, N: new(zeroish), P: zeroish(8), Q: true, R: [2]int{0, 1}},
		quoted{}, quoted{1, 2.5, true, "a\"<", &seven, []int{1}, &word, 8, "5", 3}, named{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11},
		outer{middle{Deep{1}, &Base{2, "n"}}, other{3, true}, "o"}, outer{}, tagWins{Base{1, "b"}, other{2, true}, Deep{3}}, conflict{}, taggedConflict{L1{1}, R1{2}},
		node{1, &node{2, &node{3, nil}}}, list{nil, {}, {{}}}, embedsInt{Int: 3},
		[]any{1, "a", nil, map[string]any{"x": []any{}}}, struct{ E any }{error(nil)},
		time.Date(2026, 11, 21, 1, 2, 3, 4, time.UTC), big.NewInt(1 << 60), *big.NewInt(77), struct{ T *time.Time }{},
		errors.New("an error"), time.Second, struct {
			F func() `json:"-"`
		}{},
	} {
		show(v)
	}
	fmt.Println("-- errors")
	cycle := &node{1, nil}
	cycle.Next = cycle
	loop := map[string]any{}
	loop["x"] = loop
	self := []any{nil}
	self[0] = self
	for _, v := range []any{
		make(chan int), func() {}, complex(1, 2), struct{ C chan int }{}, []func(){nil}, map[bool]int{}, map[point]int{}, map[float64]string{},
		math.NaN(), math.Inf(1), float32(math.Inf(-1)), []any{1, math.NaN()}, cycle, loop, self,
		broken{}, broken{"{"}, broken{"1 2"}, broken{"nul"}, color(-1), map[color]int{-1: 1}, []broken{{"1"}, {}}, struct{ B *broken }{&broken{}},
		map[any]int{1: 2}, struct{ X interface{ Foo() } }{}, [1]chan int{},
	} {
		show(v)
	}
	long := any(0)
	for range 3000 {
		next := []any{long}
		long = next
	}
	b, err := json.Marshal(long)
	fmt.Println(len(b), err)

	fmt.Println("-- indent")
	for _, v := range []any{map[string]any{"a": []int{1, 2}, "b": map[string]int{}, "c": []int{}, "d": nil, "e": map[string]any{"f": "x: {y}"}}, 1, "s", []any{}, [][]int{{}, {1}}} {
		b, err := json.MarshalIndent(v, "> ", "  ")
		fmt.Printf("%s %v\n", b, err)
		b, err = json.MarshalIndent(v, "", "")
		fmt.Printf("%s %v\n", b, err)
	}
	for _, s := range []string{` {"a" : [ 1 ,2, {"b":"\u003c \" , "} ] , "c" : { } }  `, "[]\n\n", "  7 ", `"a"`, "[1,", "{]", "", "[1] x", "tru", "[{},[],{},[[]]]", "{\"<\":\"&\u2028\"}"} {
		var c, i bytes.Buffer
		c.WriteString("c:")
		i.WriteString("i:")
		err1, err2 := json.Compact(&c, []byte(s)), json.Indent(&i, []byte(s), "\t", " ")
		fmt.Printf("%q %v\n%q %v\n", c.String(), err1, i.String(), err2)
		var h bytes.Buffer
		json.HTMLEscape(&h, []byte(s))
		fmt.Printf("%q %v\n", h.String(), json.Valid([]byte(s)))
	}
	enc := json.NewEncoder(os.Stdout)
	fmt.Println(enc.Encode("<&>"), enc.Encode(json.RawMessage(`"<\u2028 "`)))
	enc.SetEscapeHTML(false)
	fmt.Println(enc.Encode("<&>\u2028"), enc.Encode(map[string]any{"<": json.RawMessage(`"<"`)}), enc.Encode(struct {
		A string `json:"<"`
	}{"&"}))
	enc.SetIndent("", "\t")
	fmt.Println(enc.Encode([]int{1, 2}), enc.Encode(make(chan int)), enc.Encode(1))
}
