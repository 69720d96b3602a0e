// Tables as text, well and badly written.
package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"strings"
	"testing/iotest"
)

var state uint64 = 3

func random(n int) int {
	state = state*6364136223846793005 + 1442695040888963407
	return int(state>>33) % n
}

func read(w io.Writer, text string, set func(*csv.Reader)) {
	r := csv.NewReader(iotest.HalfReader(strings.NewReader(text)))
	set(r)
	fmt.Fprintf(w, "%q:", text)
	for range 20 {
		record, err := r.Read()
		fmt.Fprintf(w, " %q %v", record, err)
		if err == io.EOF {
			break
		}
		for i := range record {
			line, column := r.FieldPos(i)
			fmt.Fprintf(w, " %d:%d", line, column)
		}
		fmt.Fprintf(w, " @%d;", r.InputOffset())
		var p *csv.ParseError
		if errors.As(err, &p) {
			fmt.Fprintf(w, " %d %d %d %v;", p.StartLine, p.Line, p.Column, errors.Is(err, csv.ErrFieldCount))
		} else if err != nil {
			break
		}
	}
	fmt.Fprintln(w)
}

func main() {
	plain := func(*csv.Reader) {}
	texts := []string{"", "\n", "a", "a,b\n", "a,b\r\nc,d\r\n", "a,b\n\n\nc\n", "\"a\",\"b\"\n", "\"a,b\"\n", "\"a\"\"b\"\n", "\"a\nb\",c\n", "a\"b\n", "\"a\"b\n", "\"a\n", "\"", "\"\"", ",", ",,\n,\n", " a , b \n", "a,\"b\r\nc\"\r\n", "a\r", "a\rb", "\"a\"\r", "#x\na\n", "é,世\n", "a;b\n", "\"a\" ,b\n", "\"a\nb\nc\"x\n", "a,b\nc,d,e\nf\n", "\xef\xbb\xbfa,b\n", "\"\n\n\"\n", "x,\"y\n", "\\.\n", "a\x00b,c", "\r\n\r\na", "\"a\r\n", "  \n", "\t\"a\"\n", strings.Repeat("x", 5000) + ",y\n"}
	for _, text := range texts {
		if len(text) < 100 {
			read(os.Stdout, text, plain)
		} else {
			read(io.Discard, text, plain)
		}
	}
	settings := []func(*csv.Reader){
		plain,
		func(r *csv.Reader) { r.LazyQuotes = true },
		func(r *csv.Reader) { r.TrimLeadingSpace = true },
		func(r *csv.Reader) { r.FieldsPerRecord = -1; r.Comment = '#' },
		func(r *csv.Reader) { r.FieldsPerRecord = 2; r.ReuseRecord = true },
		func(r *csv.Reader) { r.Comma = 'é'; r.LazyQuotes, r.TrimLeadingSpace = true, true },
		func(r *csv.Reader) { r.Comma = '\t'; r.Comment = '世'; r.TrimLeadingSpace = true },
		func(r *csv.Reader) { r.Comma = '"' },
		func(r *csv.Reader) { r.Comment = ',' },
		func(r *csv.Reader) { r.Comma = '\uFFFD' },
	}
	for i, set := range settings {
		sum := crc32.NewIEEE()
		for _, text := range texts {
			read(sum, text, set)
		}
		pieces := []string{"a", "b", ",", ",", "\"", "\"", "\n", "\r\n", " ", "#", "é", "\t", "\"\"", "世", "\r", "xyz"}
		for range 400 {
			var b strings.Builder
			for range random(14) {
				b.WriteString(pieces[random(len(pieces))])
			}
			read(sum, b.String(), set)
		}
		fmt.Printf("%d %08x\n", i, sum.Sum32())
	}
	all, err := csv.NewReader(strings.NewReader("a,b\nc,d\n")).ReadAll()
	fmt.Println(all, err)
	all, err = csv.NewReader(strings.NewReader("a,b\nc\n")).ReadAll()
	fmt.Println(all, err)
	all, err = csv.NewReader(iotest.TimeoutReader(strings.NewReader("a,b\n\"c"))).ReadAll()
	fmt.Println(all, err)
	w := csv.NewWriter(os.Stdout)
	records := [][]string{{"a", "b"}, {}, {""}, {"", ""}, {"x,y", "q\"q"}, {"line\nbreak", "cr\r\nlf"}, {" lead", "trail ", "\ttab"}, {`\.`, "é世"}, {"\u00a0nbsp", "a;b"}}
	fmt.Println(w.WriteAll(records), w.Error())
	w.Comma, w.UseCRLF = ';', true
	fmt.Println(w.WriteAll(records), w.Error())
	w.Comma = '\n'
	fmt.Println(w.Write([]string{"a"}))
	broken := csv.NewWriter(iotest.TruncateWriter(io.Discard, 0))
	fmt.Println(broken.Write([]string{"a"}))
	broken.Flush()
	fmt.Println(broken.Error())
	defer func() { fmt.Println(recover()) }()
	csv.NewReader(nil).FieldPos(0)
}
