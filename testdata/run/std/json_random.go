// Random and mutated texts: mistakes, values and round trips agree with Go.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"reflect"
	"strings"
)

var state uint64 = 42

func random(n int) int {
	state = state*6364136223846793005 + 1442695040888963407
	return int(state>>33) % n
}

var texts = []string{"", "a", "é", "\\n", "\\u0041", "\\ud83d\\ude00", "\\udc00", "<", "key", "\\\"", "世"}
var numbers = []string{"0", "-0", "1", "-12", "1.5", "1e3", "2E-2", "123456789", "0.000001", "1e21", "-9.5e+10"}

func generate(b *strings.Builder, depth int) {
	space := func() {
		for random(5) == 0 {
			b.WriteByte(" \n\t\r"[random(4)])
		}
	}
	str := func() {
		b.WriteByte('"')
		for range random(3) {
			b.WriteString(texts[random(len(texts))])
		}
		b.WriteByte('"')
	}
	space()
	kind := random(8)
	if depth > 4 {
		kind = random(5)
	}
	switch kind {
	case 0:
		b.WriteString("null")
	case 1:
		b.WriteString([]string{"true", "false"}[random(2)])
	case 2, 3:
		b.WriteString(numbers[random(len(numbers))])
	case 4:
		str()
	case 5, 6:
		b.WriteByte('[')
		space()
		for i := range random(4) {
			if i > 0 {
				b.WriteByte(',')
			}
			generate(b, depth+1)
		}
		b.WriteByte(']')
	default:
		b.WriteByte('{')
		space()
		for i := range random(4) {
			if i > 0 {
				b.WriteByte(',')
			}
			space()
			str()
			space()
			b.WriteByte(':')
			generate(b, depth+1)
		}
		b.WriteByte('}')
	}
	space()
}

type inner struct {
	A     any            `json:"a"`
	Key   []inner        `json:"key,omitempty"`
	E     *inner         `json:"é"`
	Text  string         `json:"A"`
	M     map[string]any `json:"\\n"`
	N     float64        `json:"aa"`
	World []string       `json:"世"`
}

func main() {
	sum := crc32.NewIEEE()
	mistakes := map[string]int{}
	for i := range 3000 {
		var b strings.Builder
		generate(&b, 0)
		text := []byte(b.String())
		if i%2 == 1 && len(text) > 0 {
			for range 1 + random(2) {
				at := random(len(text))
				switch random(3) {
				case 0:
					text[at] = "[]{},:\"\\ 0a-.eu\n\x01\xff"[random(18)]
				case 1:
					text = append(text[:at], text[at+1:]...)
				default:
					text = text[:at]
				}
				if len(text) == 0 {
					break
				}
			}
		}
		var v any
		err := json.Unmarshal(text, &v)
		var compact, indented bytes.Buffer
		err1 := json.Compact(&compact, text)
		err2 := json.Indent(&indented, text, "", " ")
		fmt.Fprintln(sum, v, err, err1, err2, compact.String(), indented.String())
		if err != nil {
			message := err.Error()
			mistakes[message]++
			if e, ok := err.(*json.SyntaxError); ok {
				fmt.Fprintln(sum, e.Offset)
			}
		} else {
			again, err := json.Marshal(v)
			var w any
			err2 := json.Unmarshal(again, &w)
			if err != nil || err2 != nil || !reflect.DeepEqual(v, w) {
				fmt.Println("differs:", string(text), string(again), err, err2)
			}
			fmt.Fprintf(sum, "%s\n", again)
		}
		var s struct {
			inner
			X []inner `json:"x"`
		}
		err = json.Unmarshal(text, &s)
		out, err3 := json.Marshal(s)
		fmt.Fprintf(sum, "%v %s %v\n", err, out, err3)
		var l []map[string]inner
		err = json.Unmarshal(text, &l)
		out, err3 = json.Marshal(l)
		fmt.Fprintf(sum, "%v %s %v\n", err, out, err3)
		dec := json.NewDecoder(bytes.NewReader(text))
		for {
			t, err := dec.Token()
			fmt.Fprintf(sum, "%T %v %v %d\n", t, t, err, dec.InputOffset())
			if err != nil {
				break
			}
		}
		if i%100 == 99 {
			fmt.Printf("%d %08x\n", i+1, sum.Sum32())
		}
	}
	fmt.Println(len(mistakes))
}
