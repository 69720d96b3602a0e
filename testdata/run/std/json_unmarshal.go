// What Unmarshal makes of all kinds of JSON and types.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"reflect"
	"strings"
	"time"
)

type upper string

func (u *upper) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		return errors.New("empty upper")
	}
	*u = upper(strings.ToUpper(string(b)))
	return nil
}

type raw struct{ got string }

func (r *raw) UnmarshalJSON(b []byte) error {
	if string(b) == `"bad"` {
		return errors.New("bad raw")
	}
	r.got = string(b)
	return nil
}

type Base struct {
	ID   int
	Name string
}
type hidden struct{ H int }
type Inner struct {
	A int
	B []string
	C map[string]int
	D *Inner
}
type all struct {
	Bool   bool
	Int    int
	Int8   int8
	Uint   uint
	Uint8  uint8
	F32    float32
	F64    float64
	Str    string
	Bytes  []byte
	Ints   []int
	Arr    [3]int
	Map    map[string]int
	IntMap map[int]string
	UMap   map[upper]int
	Any    any
	Ptr    *int
	PPtr   **string
	In     Inner
	PIn    *Inner
	Up     upper
	PUp    *upper
	Raw    raw
	PRaw   *raw
	Msg    json.RawMessage
	Num    json.Number
	Time   time.Time
	Dur    time.Duration
	Big    *big.Int
	Err    error
	Fn     func()
	Tagged int      `json:"tag"`
	Skip   int      `json:"-"`
	Quo    int      `json:"quo,string"`
	QuoB   bool     `json:"quob,string"`
	QuoS   string   `json:"quos,string"`
	QuoF   *float64 `json:"quof,string"`
	Base
	*hidden
	Slices  [][]int
	Structs []Base
	Anys    []any
	lower   int
}

func try(text string) {
	var v all
	err := json.Unmarshal([]byte(text), &v)
	fmt.Printf("%s\n", text)
	rv := reflect.ValueOf(v)
	for i := range rv.NumField() {
		if !rv.Type().Field(i).IsExported() {
			continue
		}
		f := rv.Field(i)
		if b, ok := f.Interface().(*big.Int); ok && (b == nil || err != nil) {
			continue // what is left after an error is open
		}
		if in, err := json.Marshal(f.Interface()); err == nil && strings.HasSuffix(rv.Type().Field(i).Name, "In") {
			fmt.Printf("  %s\n", in)
		} else if !f.IsZero() {
			fmt.Printf("  %s = ", rv.Type().Field(i).Name)
			for f.Kind() == reflect.Pointer && !f.IsNil() {
				fmt.Print("&")
				f = f.Elem()
			}
			fmt.Printf("%#v\n", f)
		}
	}
	report(err)
}

func report(err error) {
	if err == nil {
		return
	}
	fmt.Printf("  %T: %v\n", err, err)
	var te *json.UnmarshalTypeError
	if errors.As(err, &te) {
		fmt.Printf("  value %q type %v offset %d struct %q field %q\n", te.Value, te.Type, te.Offset, te.Struct, te.Field)
	}
	var se *json.SyntaxError
	if errors.As(err, &se) {
		fmt.Printf("  offset %d\n", se.Offset)
	}
}

type shape interface{ Area() float64 }
type square struct{ Side float64 }

func (s *square) Area() float64 { return s.Side * s.Side }

func main() {
	values := []string{"null", "true", "false", "0", "-1", "300", "1.5", "1e2", "1e400", "12345678901234567890", `""`, `"x"`, `"12"`, `"aGk="`, `"a"`, "[]", "[1]", "[1,2,3,4]", `["a"]`, "[null]", "{}",
		`{"a":1}`, `{"1":"x"}`, `{"A":1,"B":["q"],"C":{"z":1},"D":{"A":2}}`, `"2026-01-02T03:04:05Z"`, `"true"`, `"null"`, `"\"s\""`, `"bad"`, "[[1,2],[3]]", `[{"ID":1},{"Name":"n"}]`, `{"b":"x"}`, `[1,"a",null,{"x":[]}]`}
	t := reflect.TypeFor[all]()
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous || !f.IsExported() {
			continue
		}
		name := f.Name
		if tag, _, _ := strings.Cut(f.Tag.Get("json"), ","); tag != "" {
			name = tag
		}
		for _, v := range values {
			try(fmt.Sprintf("{%q: %s}", name, v))
		}
	}
	for _, s := range []string{`{"int":1,"INT":2,"Int":3}`, `{"ID":1,"name":"n","H":5}`, `{"h":null}`, `{"unknown":[1,{"a":"]}"}],"Int":4}`, `{"Tagged":5,"TAG":6}`, `{"lower":1,"Skip":2}`,
		`{"In":{"A":"x","D":{"B":[1],"C":{"k":true}}}}`, `{"PIn":{"D":{"D":{"A":1.5}}}}`, `{"Structs":[{"ID":"x"}],"Int":7}`, `{"ID":"x"}`, `{"Map":{"a":1,"b":"x","c":3}}`, `{"IntMap":{"a":"x","5":"y","99999999999999999999":"z"}}`,
		` { "Int" : 1 , "Str" : "a\tb" } `, `{"Str":"\u00e9\ud83d\ude00\ud83d x \udc00\u0000\/\b\f\n\r\t\"\\"}`, "{\"Str\":\"\xff\xc0\xaf\"}", "{\"St\xff\":1}", `{"ſtr":"folded","Kelvin":1}`, `{"Arr":[1,2]}`, `{"Uint8":256,"Int8":-129,"Uint":-1,"F32":1e39}`} {
		try(s)
	}
	fmt.Println("-- syntax")
	for _, s := range []string{"", " ", "{", "}", "[", "]", "[1", "[1,", "[1,]", "[,1]", "[1 2]", `{"a"`, `{"a"}`, `{"a":`, `{"a":1`, `{"a":1,`, `{"a":1,}`, `{a:1}`, `{1:2}`, `{"a" 1}`, `{"a":1 "b":2}`, "1 2", "01", "-", "-a", "1.", "1.a", "1e", "1e+", "1ex", ".5", "+1", "tru", "trux", "nul", "falsy", `"a`, `"\x"`, `"\u12"`, `"\u12g4"`, "\"\n\"", "\"\x01\"", "'a'", "[1]]", "{}x", "\x00", "é", "[\"é\"é]", "nullnull", "\ufeff{}", "truefalse", "[tru]", "[1.]", "[-]", `{"a":1}}`, "NaN", "Infinity", "/* c */1", strings.Repeat("[", 10001), strings.Repeat("[", 10000) + strings.Repeat("]", 10000)} {
		var v any
		err := json.Unmarshal([]byte(s), &v)
		if len(s) < 100 {
			fmt.Printf("%q %v %v\n", s, v, json.Valid([]byte(s)))
		}
		report(err)
	}
	fmt.Println("-- targets")
	for _, v := range []any{nil, 1, "x", all{}, (*int)(nil), map[string]int{}, []int{}, new(chan int), new(func()), new(complex128), new(shape), new(error), new(struct{ X chan int })} {
		for _, s := range []string{"1", `"a"`, "null", `{"X":1}`, "[1]", "true", `{"x":2}`} {
			report(json.Unmarshal([]byte(s), v))
		}
	}
	var s shape = &square{2}
	report(json.Unmarshal([]byte(`{"Side":3}`), &s))
	fmt.Println(s.Area())
	report(json.Unmarshal([]byte(`null`), &s))
	fmt.Println(s)
	var held any = &square{1}
	report(json.Unmarshal([]byte(`{"Side":5}`), &held))
	fmt.Println(held.(*square).Side)
	n := 5
	var pa any = &n
	report(json.Unmarshal([]byte(`"x"`), &pa))
	fmt.Println(n, pa == &n)
	report(json.Unmarshal([]byte(`null`), &pa))
	fmt.Println(n, pa)
	var self any
	self = &self
	report(json.Unmarshal([]byte(`7`), &self))
	fmt.Println(self)

	old := []Base{{1, "a"}, {2, "b"}, {3, "c"}}
	report(json.Unmarshal([]byte(`[{"ID":9},{}]`), &old))
	fmt.Println(old, cap(old), old[:3])
	m := map[string]Base{"x": {1, "a"}, "y": {2, "b"}}
	report(json.Unmarshal([]byte(`{"x":{"ID":5},"z":{}}`), &m))
	fmt.Println(m)
	pm := map[string]*Base{"x": {1, "a"}}
	report(json.Unmarshal([]byte(`{"x":{"ID":5}}`), &pm))
	fmt.Println(*pm["x"])
	keep := &Inner{A: 1, B: []string{"x"}, D: &Inner{A: 2}}
	d := keep.D
	report(json.Unmarshal([]byte(`{"D":{"B":["q"]},"B":null}`), keep))
	fmt.Println(keep.A, keep.B, keep.D == d, d.A, d.B)
	bytes := []byte("0123456789")
	report(json.Unmarshal([]byte(`"aGVsbG8="`), &bytes))
	fmt.Println(string(bytes), len(bytes))
	msg := json.RawMessage("old")
	report(json.Unmarshal([]byte(` {"a" : 1} `), &msg))
	fmt.Println(string(msg))
	var nums struct {
		A any
		B []json.Number
	}
	report(json.Unmarshal([]byte(`{"A":1.0,"B":[1,2.50,"3",1e9]}`), &nums))
	fmt.Printf("%#v\n", nums)
	for _, n := range nums.B {
		i, err1 := n.Int64()
		f, err2 := n.Float64()
		fmt.Println(n, i, err1, f, err2)
	}
	type myByte byte
	var mb []myByte
	report(json.Unmarshal([]byte(`"AQI="`), &mb))
	fmt.Println(mb)
	var keyed map[time.Duration]int
	report(json.Unmarshal([]byte(`{"5":1}`), &keyed))
	fmt.Println(keyed)
	var uk map[upper]int
	report(json.Unmarshal([]byte(`{"abc":1,"":2}`), &uk))
	fmt.Println(uk)
	var bk map[bool]int
	report(json.Unmarshal([]byte(`{"true":1}`), &bk))
	var emb struct{ *hidden }
	report(json.Unmarshal([]byte(`{"H":1}`), &emb))
	type P struct{ Base }
	var ptr struct {
		*P
		X int
	}
	report(json.Unmarshal([]byte(`{"ID":1,"X":2}`), &ptr))
	fmt.Println(ptr.P.ID, ptr.X)
	report(json.Unmarshal([]byte(`{"ID":"s","X":2}`), &ptr))
	fmt.Println(ptr.X)
	for _, e := range []error{&json.InvalidUTF8Error{S: "a\xff"}, &json.UnmarshalFieldError{Key: "k", Type: t, Field: t.Field(0)}, &json.MarshalerError{Type: t, Err: errors.New("e")}} {
		fmt.Println(e)
	}
	var nilMsg *json.RawMessage
	fmt.Println(nilMsg.UnmarshalJSON(nil))
}
