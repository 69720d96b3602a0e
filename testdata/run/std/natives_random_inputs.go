package main

import (
	"bytes"
	"fmt"
	"math"
	"math/bits"
	"math/rand"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

var sums = map[string]uint64{}
var order []string

func add(name string, v any) {
	s := fmt.Sprintf("%q|%v", v, v)
	h, ok := sums[name]
	if !ok {
		order = append(order, name)
		h = 14695981039346656037
	}
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	sums[name] = h
}

var r = rand.New(rand.NewSource(1))
var alpha = []string{"a", "b", " ", "ab", "é", "\xff", "世", "\n", "1", "_", "\\", "\"", "'", "K", "k", "\u212a", "ſ", "S", "ß", "İ", "ı", "Σ", "ς", "\u2028", "\r", "\u00a0", "\xe4\xb8", "\U0001F600", "ǆ", "\x00", "\x7f", "A", "Z", "z"}

func rnd(n int) string {
	s := ""
	for k := r.Intn(n); k > 0; k-- {
		s += alpha[r.Intn(len(alpha))]
	}
	return s
}

func main() {
	for i := 0; i < 300; i++ {
		s, t, u := rnd(14), rnd(3), rnd(3)
		if i%3 == 0 {
			s = s + t + s + t
		}
		b, tb, ub := []byte(s), []byte(t), []byte(u)
		c := byte(r.Intn(256))
		ru := rune(r.Intn(0x3000))
		n := r.Intn(5) - 1
		add("Index", strings.Index(s, t))
		add("LastIndex", strings.LastIndex(s, t))
		add("IndexByte", strings.IndexByte(s, c))
		add("LastIndexByte", strings.LastIndexByte(s, c))
		add("IndexRune", strings.IndexRune(s, ru))
		add("IndexRune2", strings.IndexRune(s, 0xFFFD))
		add("IndexAny", strings.IndexAny(s, t))
		add("LastIndexAny", strings.LastIndexAny(s, t))
		add("Count", strings.Count(s, t))
		add("Compare", strings.Compare(s, t))
		add("EqualFold", strings.EqualFold(s, t))
		add("EqualFold2", strings.EqualFold(s, strings.ToUpper(s)))
		add("EqualFold3", strings.EqualFold(t, u))
		add("HasPrefix", strings.HasPrefix(s, t))
		add("HasSuffix", strings.HasSuffix(s, t))
		add("ToUpper", strings.ToUpper(s))
		add("ToLower", strings.ToLower(s))
		add("ToTitle", strings.ToTitle(s))
		add("Title", strings.Title(s))
		add("TrimSpace", strings.TrimSpace(s))
		add("Trim", strings.Trim(s, t))
		add("TrimLeft", strings.TrimLeft(s, t))
		add("TrimRight", strings.TrimRight(s, t))
		add("Fields", strings.Fields(s))
		add("SplitN", strings.SplitN(s, t, n))
		add("SplitAfterN", strings.SplitAfterN(s, t, n))
		add("Join", strings.Join(strings.Fields(s), t))
		add("Repeat", strings.Repeat(t, n+1))
		add("Replace", strings.Replace(s, t, u, n))
		add("ReplaceAll", strings.ReplaceAll(s, t, u))
		add("ToValidUTF8", strings.ToValidUTF8(s, t))
		add("bIndex", bytes.Index(b, tb))
		add("bLastIndex", bytes.LastIndex(b, tb))
		add("bIndexByte", bytes.IndexByte(b, c))
		add("bIndexRune", bytes.IndexRune(b, ru))
		add("bIndexAny", bytes.IndexAny(b, t))
		add("bLastIndexAny", bytes.LastIndexAny(b, t))
		add("bCount", bytes.Count(b, tb))
		add("bCompare", bytes.Compare(b, tb))
		add("bEqual", bytes.Equal(b, tb))
		add("bEqualFold", bytes.EqualFold(tb, ub))
		add("bToUpper", bytes.ToUpper(b))
		add("bToLower", bytes.ToLower(b))
		add("bToTitle", bytes.ToTitle(b))
		add("bTrimSpace", bytes.TrimSpace(b))
		add("bTrimSpaceNil", bytes.TrimSpace(b) == nil)
		add("bTrim", bytes.Trim(b, t))
		add("bTrimLeft", bytes.TrimLeft(b, t))
		add("bTrimRight", bytes.TrimRight(b, t))
		add("bTrimNil", bytes.Trim(b, t) == nil)
		add("bFields", bytes.Fields(b))
		add("bSplitN", bytes.SplitN(b, tb, n))
		add("bSplitAfterN", bytes.SplitAfterN(b, tb, n))
		add("bReplace", bytes.Replace(b, tb, ub, n))
		add("bToValid", bytes.ToValidUTF8(b, tb))
		add("bRunes", bytes.Runes(b))
		add("Quote", strconv.Quote(s))
		add("QuoteA", strconv.QuoteToASCII(s))
		add("QuoteG", strconv.QuoteToGraphic(s))
		add("CanBackquote", strconv.CanBackquote(s))
		rr, sz := utf8.DecodeRuneInString(s)
		add("Decode", []int{int(rr), sz})
		rr, sz = utf8.DecodeLastRuneInString(s)
		add("DecodeLast", []int{int(rr), sz})
		add("RuneCount", utf8.RuneCountInString(s))
		add("Valid", utf8.ValidString(s))
		add("FullRune", utf8.FullRuneInString(s))
		add("FullRune2", utf8.FullRune(b))
		add("AppendRune", utf8.AppendRune(b, ru))
		add("runes", []rune(s))
	}
	for c := rune(-5); c < 0x31000; c += 61 {
		add("IsLetter", []bool{unicode.IsLetter(c), unicode.IsDigit(c), unicode.IsNumber(c), unicode.IsSpace(c), unicode.IsUpper(c), unicode.IsLower(c), unicode.IsTitle(c), unicode.IsPunct(c), unicode.IsSymbol(c), unicode.IsMark(c), unicode.IsControl(c), unicode.IsPrint(c), unicode.IsGraphic(c), strconv.IsPrint(c), strconv.IsGraphic(c), unicode.Is(unicode.Han, c), unicode.In(c, unicode.Latin, unicode.Cyrillic)})
	}
	for c := rune(-5); c < 0x20000; c += 5 {
		add("case", []rune{unicode.ToUpper(c), unicode.ToLower(c), unicode.ToTitle(c), unicode.SimpleFold(c)})
		if c == 0x3000 {
			c = 0xA000
		}
	}
	num := []string{"0", "1", "9", "5", "-", "+", ".", "e", "E", "x", "_", "inf", "nan", "0x", "p", "a", "f", "12345678", "000"}
	for i := 0; i < 800; i++ {
		s := ""
		for k := r.Intn(7); k >= 0; k-- {
			s += num[r.Intn(len(num))]
		}
		f, err := strconv.ParseFloat(s, 64)
		add("ParseFloat", fmt.Sprint(f, err))
		f, err = strconv.ParseFloat(s, 32)
		add("ParseFloat32", fmt.Sprint(f, err))
		base := []int{0, 2, 8, 10, 16, 36, 1}[r.Intn(7)]
		n, err := strconv.ParseInt(s, base, 8*r.Intn(9))
		add("ParseInt", fmt.Sprint(n, err))
		u, err := strconv.ParseUint(s, base, 8*r.Intn(9))
		add("ParseUint", fmt.Sprint(u, err))
	}
	for i := 0; i < 400; i++ {
		f := math.Float64frombits(r.Uint64())
		if i%2 == 0 {
			f = float64(r.Intn(2000000)) / 1000
		}
		format := "eEfgGbxX"[r.Intn(8)]
		prec := r.Intn(20) - 1
		if format == 'f' && math.Abs(f) > 1e30 {
			format = 'g'
		}
		add("FormatFloat "+string(format), strconv.FormatFloat(f, format, prec, 64))
		add("FormatFloat32 "+string(format), strconv.FormatFloat(f, format, prec, 32))
		add("FormatInt", strconv.FormatInt(int64(r.Uint64()), 2+r.Intn(35)))
		x, y := r.Uint64()>>r.Intn(64), r.Uint64()>>r.Intn(64)
		add("bits", fmt.Sprint(bits.LeadingZeros64(x), bits.TrailingZeros32(uint32(x)), bits.OnesCount16(uint16(x)), bits.Len8(uint8(x)), bits.Reverse64(x), bits.Reverse16(uint16(x)), bits.ReverseBytes32(uint32(x)), bits.RotateLeft16(uint16(x), int(y%40)-20), bits.RotateLeft64(x, int(y%200)-100)))
		h, l := bits.Mul64(x, y)
		sm, cr := bits.Add64(x, y, 1)
		df, bw := bits.Sub64(x, y, 1)
		add("bits2", fmt.Sprint(h, l, sm, cr, df, bw))
		if y > 0 {
			q, rem := bits.Div64(x%y, x, y)
			add("Div64", fmt.Sprint(q, rem))
		}
		a, bb := f, math.Float64frombits(y<<3)
		add("math", fmt.Sprint(math.Max(a, bb), math.Min(a, bb), math.Dim(a, bb), math.Nextafter(a, bb), math.Logb(a), math.Ilogb(a), math.Mod(a, bb), math.Remainder(a, 3.7), math.Hypot(a, bb), math.Copysign(a, bb), math.Signbit(a)))
		fr, e := math.Frexp(a)
		ip, fp := math.Modf(a)
		add("math2", fmt.Sprint(fr, e, ip, fp, math.Ldexp(fr, e-1060), math.Floor(a), math.Ceil(a), math.Trunc(a), math.Round(a), math.RoundToEven(a), math.FMA(a, 2, 1), math.Cbrt(a)))
		add("math3", fmt.Sprint(math.Pow10(r.Intn(700)-350), math.Nextafter32(float32(a), float32(bb)), math.Float32bits(float32(a))))
		g := float64(r.Intn(4000)-2000) / 100
		add("trans", fmt.Sprint(math.Sin(g), math.Cos(g), math.Tan(g), math.Exp(g), math.Log(g+30), math.Pow(g+21, g/3), math.Atan2(g, 3), math.Sinh(g), math.Tanh(g/10), math.Log10(g+30), math.Log2(g+30), math.Expm1(g), math.Log1p(g+25), math.Exp2(g), math.Gamma(g)))
	}
	for _, n := range order {
		fmt.Printf("%s %x\n", n, sums[n])
	}
}
