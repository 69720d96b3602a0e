// Paths, strings, quoting, UTF-16, tables, scanners, binary encoding, heaps: random inputs.
package main

import (
	"bufio"
	"bytes"
	"container/heap"
	"encoding/binary"
	"fmt"
	"io"
	"maps"
	"math/rand"
	"path"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"
	"text/tabwriter"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

var r *rand.Rand

func rs(alpha string, n int) string {
	rr := []rune(alpha)
	var b strings.Builder
	for k := r.Intn(n + 1); k > 0; k-- {
		c := rr[r.Intn(len(rr))]
		if c == '\uFFFF' {
			b.WriteByte(byte(128 + r.Intn(128)))
		} else {
			b.WriteRune(c)
		}
	}
	return b.String()
}

func try(name string, f func() any) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Printf("%s PANIC %v\n", name, e)
		}
	}()
	fmt.Printf("%s %q\n", name, fmt.Sprint(f()))
}

type ints []int

func (h ints) Len() int           { return len(h) }
func (h ints) Less(i, j int) bool { return h[i] < h[j] }
func (h ints) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *ints) Push(x any)        { *h = append(*h, x.(int)) }
func (h *ints) Pop() any {
	o := *h
	x := o[len(o)-1]
	*h = o[:len(o)-1]
	return x
}

func main() {
	const seed, n = 11, 30
	r = rand.New(rand.NewSource(seed))
	for i := 0; i < n; i++ {
		p, q := rs("ab./.*?[]-\\^x", 10), rs("ab./.", 8)
		try("path", func() any {
			d, f := path.Split(q)
			return []any{path.Clean(q), path.Base(q), path.Dir(q), path.Ext(q), path.IsAbs(q), path.Join(p, q), d, f}
		})
		try("match "+p+" "+q, func() any { a, b := path.Match(p, q); c, d := filepath.Match(p, q); return []any{a, b, c, d} })
		try("fp", func() any {
			d, f := filepath.Split(q)
			rel, err := filepath.Rel(p, q)
			return []any{filepath.Clean(q), filepath.Base(q), filepath.Dir(q), filepath.Ext(q), filepath.IsLocal(q), filepath.Join(q, p), d, f, rel, err, filepath.ToSlash(p), filepath.VolumeName(p), filepath.SplitList(rs("a:b", 6))}
		})
		loc, err := filepath.Localize(q)
		fmt.Println(loc, err)
		s, t, u := rs("aAbBéÉßſ世 \t\n.,-\uFFFF", 12), rs("aAbé ", 3), rs("xyé", 2)
		try("str", func() any {
			return []any{strings.Index(s, t), strings.LastIndex(s, t), strings.Count(s, t), strings.Split(s, t), strings.SplitN(s, t, r.Intn(5)-1), strings.SplitAfter(s, t), strings.Fields(s), strings.Replace(s, t, u, r.Intn(4)-1), strings.ToUpper(s), strings.ToLower(s), strings.ToTitle(s), strings.Title(s), strings.Trim(s, t), strings.TrimLeft(s, t), strings.TrimRight(s, t), strings.TrimPrefix(s, t), strings.TrimSuffix(s, t), strings.TrimSpace(s), strings.EqualFold(s, strings.ToUpper(s)), strings.ContainsAny(s, t), strings.IndexAny(s, t), strings.LastIndexAny(s, t), strings.ToValidUTF8(s, u), strings.Compare(s, t)}
		})
		try("str2", func() any {
			a, b, c := strings.Cut(s, t)
			d, e := strings.CutPrefix(s, t)
			f := strings.Map(func(r rune) rune {
				if unicode.IsUpper(r) {
					return -1
				}
				return unicode.ToUpper(r)
			}, s)
			return []any{a, b, c, d, e, f, strings.NewReplacer(t, u, u, t, "a", "bb").Replace(s), strings.NewReplacer("a", "1", "A", "2").Replace(s), slices.Collect(strings.SplitSeq(s, t)), slices.Collect(strings.FieldsSeq(s)), slices.Collect(strings.Lines(s))}
		})
		try("bytes", func() any {
			a, b := []byte(s), []byte(t)
			return []any{bytes.Index(a, b), bytes.Split(a, b), bytes.Fields(a), bytes.Title(a), bytes.Runes(a), bytes.Equal(a, b), string(bytes.ReplaceAll(a, b, []byte(u))), bytes.TrimFunc(a, unicode.IsSpace)}
		})
		try("quote", func() any {
			x, err := strconv.Unquote(rs("\"\\x41u0n'`ab", 10))
			return []any{strconv.Quote(s), strconv.QuoteToASCII(s), strconv.QuoteToGraphic(s), strconv.CanBackquote(s), x, err}
		})
		num := rs("0123456789+-._eExXpPbinfIN", 10)
		try("num "+num, func() any {
			a, e1 := strconv.ParseInt(num, 0, 64)
			b, e2 := strconv.ParseFloat(num, 64)
			c, e3 := strconv.ParseUint(num, 16, 32)
			d, e4 := strconv.Atoi(num)
			f, e5 := strconv.ParseComplex(num+"i", 128)
			return []any{a, e1, b, e2, c, e3, d, e4, f, e5}
		})
		try("utf", func() any {
			rr := []rune(s)
			w := utf16.Encode(rr)
			return []any{w, string(utf16.Decode(w)), utf8.ValidString(s), utf8.RuneCountInString(s), utf8.FullRuneInString(s)}
		})
		// tabwriter
		var tb bytes.Buffer
		flags := uint(r.Intn(64))
		tw := tabwriter.NewWriter(&tb, r.Intn(8), r.Intn(9), r.Intn(3), "\t .-"[r.Intn(4)], flags)
		for k := r.Intn(8); k >= 0; k-- {
			io.WriteString(tw, rs("ab\t\t\n\v\f&;<>é\xff", 12))
		}
		tw.Flush()
		fmt.Printf("tab %d %q\n", flags, tb.String())
		// bufio
		sc := bufio.NewScanner(strings.NewReader(s + "\n" + t + "\r\n" + num))
		sc.Split([]bufio.SplitFunc{bufio.ScanLines, bufio.ScanWords, bufio.ScanRunes, bufio.ScanBytes}[r.Intn(4)])
		for sc.Scan() {
			fmt.Printf("%q ", sc.Text())
		}
		fmt.Println(sc.Err())
		// binary
		var bb bytes.Buffer
		v := struct {
			A int8
			B uint16
			C [2]int32
			D float64
			E bool
			F complex64
		}{int8(r.Uint32()), uint16(r.Uint32()), [2]int32{int32(r.Uint32()), 7}, r.NormFloat64(), r.Intn(2) == 0, complex(1, float32(r.Intn(5)))}
		var ord binary.ByteOrder = binary.LittleEndian
		if r.Intn(2) == 0 {
			ord = binary.BigEndian
		}
		binary.Write(&bb, ord, v)
		w := v
		fmt.Println(bb.Bytes(), binary.Read(bytes.NewReader(bb.Bytes()), ord, &w), w == v, binary.Size(v), binary.AppendVarint(nil, int64(r.Uint64())), binary.PutUvarint(make([]byte, 10), r.Uint64()))
		// sort, heap, slices
		var xs ints
		for k := r.Intn(20); k > 0; k-- {
			xs = append(xs, r.Intn(10))
		}
		h := slices.Clone(xs)
		heap.Init(&h)
		heap.Push(&h, 5)
		h2 := slices.Clone(h)
		if len(h) > 2 {
			heap.Fix(&h, 1)
			heap.Remove(&h, r.Intn(len(h)))
		}
		ys := slices.Sorted(slices.Values(xs))
		idx, found := slices.BinarySearch(ys, 4)
		sort.Sort(sort.Reverse(xs))
		fmt.Println(h, h2, ys, idx, found, xs, slices.Compact(slices.Clone(ys)), slices.Sorted(maps.Keys(map[int]bool{1: true, r.Intn(9): false})), slices.Index(xs, 3), sort.SearchInts(ys, 6) )
	}
}
