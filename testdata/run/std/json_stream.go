// Decoder: values and tokens from streams, in pieces of all sizes.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing/iotest"
)

func values(text string, whole bool) {
	var r io.Reader = strings.NewReader(text)
	if !whole {
		r = iotest.OneByteReader(r)
	}
	dec := json.NewDecoder(r)
	fmt.Printf("%q:", text)
	for range 12 {
		var v any
		more := dec.More()
		err := dec.Decode(&v)
		fmt.Printf(" %v %#v %v @%d", more, v, err, dec.InputOffset())
		var se *json.SyntaxError
		if errors.As(err, &se) {
			fmt.Printf(" offset %d", se.Offset)
		}
		fmt.Print(";")
		var te *json.UnmarshalTypeError
		if err != nil && !errors.As(err, &te) {
			break
		}
	}
	rest, _ := io.ReadAll(dec.Buffered())
	if whole {
		fmt.Printf(" rest %q", rest)
	}
	fmt.Println()
}

func tokens(text string) {
	for _, whole := range []bool{true, false} {
		var r io.Reader = strings.NewReader(text)
		if !whole {
			r = iotest.OneByteReader(r)
		}
		dec := json.NewDecoder(r)
		fmt.Printf("%q:", text)
		for range 40 {
			t, err := dec.Token()
			if err != nil {
				fmt.Printf(" %v %T", err, err)
				var se *json.SyntaxError
				if errors.As(err, &se) {
					fmt.Printf(" offset %d", se.Offset)
				}
				break
			}
			fmt.Printf(" %T:%v(%v)@%d", t, t, dec.More(), dec.InputOffset())
		}
		fmt.Println()
	}
}

type item struct {
	Name string
	N    int
}

func main() {
	for _, text := range []string{"", " \n", "1", "1 2 3", "1\n\"a\"\nnull true[]{}", "12x", "1-2", "1.5.6", "[1,2", "{\"a\":", "\"abc", "tru", "[1,2]]", "}", "1,2", "1 : 2", "{\"a\":1}{\"b\":2}  ", "nullnull", "01", "[1 2] 3", "  [ ]  x", "-", "1e", "\"\\u12", "1e400 2", "[1e400] 5"} {
		values(text, true)
		values(text, false)
	}
	for _, text := range []string{"", "1", "null", "[]", "{}", "[1, \"a\", null, true, {\"k\": [1.5, {}]}] {\"x\": -1e2}", "[1 2]", "[,1]", "[1,]", "{1:2}", "{\"a\" 1}", "{\"a\":1 \"b\":2}", "{\"a\":1,}", "{\"a\":}", "{,}", "]", "}", ":", ",", "[}", "{]", "[1", "{\"a\"", "{\"a\":", "{\"a\":1", "{", "[", "{\"a\":[1,2],\"b\":{\"c\":null}}", "[tru]", "{\"a\\u00e9\":\"\\n\"}", "[1:2]", "{\"a\",1}", "x", "[[[]]]", "1 2", "{\"a\":1:2}"} {
		tokens(text)
	}

	dec := json.NewDecoder(strings.NewReader(`{"items": [ {"Name":"a","N":1}, {"Name":"b","N":"x"} , {"N":3,"Other":1} ], "after": {"x":[1]}, "n": 12345678901234567890} [7`))
	step := func() {
		t, err := dec.Token()
		fmt.Printf("%T %v %v %v\n", t, t, err, dec.InputOffset())
	}
	dec.UseNumber()
	dec.DisallowUnknownFields()
	step()
	step()
	step()
	for dec.More() {
		var it item
		err := dec.Decode(&it)
		fmt.Println(it, err, dec.InputOffset())
	}
	step()
	step()
	var m map[string][]json.Number
	fmt.Println(dec.Decode(&m), m)
	step()
	var v any
	fmt.Println(dec.Decode(&v))
	fmt.Printf("%T %v\n", v, v)
	fmt.Println(dec.Decode(&v))
	step()
	step()
	fmt.Println(dec.Decode(&v), v)
	fmt.Println(dec.Decode(&v), v)
	step()

	dec = json.NewDecoder(io.MultiReader(strings.NewReader(`{"a":`), iotest.ErrReader(errors.New("broken"))))
	fmt.Println(dec.Decode(&v), dec.Decode(&v))
	dec = json.NewDecoder(strings.NewReader("1 2"))
	fmt.Println(dec.Decode(v), dec.Decode(nil), dec.Decode(&v), v)

	long := `["` + strings.Repeat("x", 5000) + `",` + strings.Repeat(" ", 3000) + `{"k":[` + strings.Repeat("1,", 2000) + `2]}]`
	dec = json.NewDecoder(iotest.HalfReader(strings.NewReader(long + long)))
	for range 3 {
		var l []any
		err := dec.Decode(&l)
		fmt.Println(len(l), err, dec.InputOffset())
		if err == nil {
			fmt.Println(len(l[0].(string)), len(l[1].(map[string]any)["k"].([]any)))
		}
	}
	type strict struct{ A, B int }
	for _, s := range []string{`{"A":1,"b":2}`, `{"A":1,"C":2,"D":3}`, `{"x":{"A":1},"A":5}`} {
		dec := json.NewDecoder(strings.NewReader(s))
		dec.DisallowUnknownFields()
		var v strict
		fmt.Println(dec.Decode(&v), v)
	}
}
