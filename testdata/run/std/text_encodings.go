// Packages encoding/hex, encoding/base64, encoding/base32 and html.
package main

import (
	"bytes"
	"encoding/base32"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"html"
	"io"
	"strings"
	"testing/iotest"
)

func data(n int) []byte {
	b := make([]byte, n)
	x := uint32(99)
	for i := range b {
		x = x*1664525 + 1013904223
		b[i] = byte(x >> 24)
	}
	return b
}

func recovered(f func()) (e any) {
	defer func() { e = recover() }()
	f()
	return "no panic"
}

func main() {
	for n := range 12 {
		d := data(n)
		fmt.Println(hex.EncodeToString(d), base64.StdEncoding.EncodeToString(d), base64.RawURLEncoding.EncodeToString(d),
			base32.StdEncoding.EncodeToString(d), base32.HexEncoding.WithPadding(base32.NoPadding).EncodeToString(d))
		fmt.Println(hex.EncodedLen(n), hex.DecodedLen(n), base64.StdEncoding.EncodedLen(n), base64.StdEncoding.DecodedLen(n),
			base64.RawStdEncoding.EncodedLen(n), base64.RawStdEncoding.DecodedLen(n), base32.StdEncoding.EncodedLen(n), base32.StdEncoding.DecodedLen(n),
			base32.StdEncoding.WithPadding(-1).EncodedLen(n), base32.StdEncoding.WithPadding(-1).DecodedLen(n))
	}
	for _, s := range []string{"", "00ff", "0", "0g", "g0", "ABcd", "abc", "abx", "ab\n"} {
		b, err := hex.DecodeString(s)
		fmt.Printf("%q %x %v\n", s, b, err)
		r, err := io.ReadAll(hex.NewDecoder(strings.NewReader(s)))
		fmt.Printf("%x %v\n", r, err)
	}
	for _, n := range []int{0, 1, 7, 8, 9, 15, 16, 17, 40} {
		fmt.Print(hex.Dump(data(n)))
		fmt.Println("--")
	}
	fmt.Println(string(hex.AppendEncode([]byte("x"), []byte{1, 2})))
	ad, err := hex.AppendDecode([]byte("x"), []byte("6162zz"))
	fmt.Printf("%q %v\n", ad, err)
	var buf bytes.Buffer
	e := hex.NewEncoder(&buf)
	n, err := e.Write(data(700))
	fmt.Println(n, err, buf.Len())

	std := []string{"", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9v\nYg==\n", "Zg=", "Zg", "Z", "Z===", "====", "Zm9v!", "Zm9vYg=x", "Zm9vYg==x", "Zm8=Zm8=",
		"Zh==", "Zm9=", "Zm9vYmE", "Zm9v Zm9v", "Zg=\n=", "\n\n", "Zm9vYmFy\r\n", "Z=", "Zm=8", "AAAA====", "AA=A"}
	for _, s := range std {
		for i, enc := range []*base64.Encoding{base64.StdEncoding, base64.RawStdEncoding, base64.URLEncoding.Strict(), base64.StdEncoding.WithPadding('*')} {
			b, err := enc.DecodeString(s)
			fmt.Printf("64 %d %q %q %v\n", i, s, b, err)
		}
		r, err := io.ReadAll(base64.NewDecoder(base64.StdEncoding, iotest.OneByteReader(strings.NewReader(s))))
		fmt.Printf("   %q %v\n", r, err)
	}
	for _, s := range []string{"", "MY======", "MZXQ====", "MZXW6===", "MZXW6YQ=", "MZXW6YTB", "MZXW6YTBOI======", "MY=====", "MY", "M", "M=======", "MZX=====", "mzxw6===", "MZXW6YTB!", "MZ\nXW6===", "MZXW6===A", "MZXW6=== ", "========", "MZXW6YQ", "MZXW6Y=="} {
		for i, enc := range []*base32.Encoding{base32.StdEncoding, base32.StdEncoding.WithPadding(base32.NoPadding), base32.HexEncoding} {
			b, err := enc.DecodeString(s)
			fmt.Printf("32 %d %q %q %v\n", i, s, b, err)
		}
	}
	for _, n := range []int{0, 1, 2, 3, 100, 1500, 5000} {
		d := data(n)
		var b64, b32 bytes.Buffer
		w := base64.NewEncoder(base64.URLEncoding, &b64)
		v := base32.NewEncoder(base32.StdEncoding, &b32)
		for i := 0; i < n; i += 7 {
			w.Write(d[i:min(i+7, n)])
			v.Write(d[i:min(i+7, n)])
		}
		w.Close()
		v.Close()
		fmt.Println(b64.String() == base64.URLEncoding.EncodeToString(d), b32.String() == base32.StdEncoding.EncodeToString(d))
		r, err := io.ReadAll(base64.NewDecoder(base64.URLEncoding, &b64))
		fmt.Println(bytes.Equal(r, d), err)
		r, err = io.ReadAll(base32.NewDecoder(base32.StdEncoding, iotest.HalfReader(&b32)))
		fmt.Println(bytes.Equal(r, d), err)
	}
	fmt.Println(string(base64.StdEncoding.AppendEncode([]byte("a:"), []byte("xyz"))), string(base32.StdEncoding.AppendEncode([]byte("a:"), []byte("xyz"))))
	fmt.Println(recovered(func() { base64.NewEncoding("abc") }), recovered(func() { base32.NewEncoding("abc") }))
	fmt.Println(recovered(func() { base64.StdEncoding.WithPadding('A') }), recovered(func() { base64.StdEncoding.WithPadding('\n') }), recovered(func() { base64.StdEncoding.WithPadding(-2) }))
	fmt.Println(recovered(func() { base64.NewEncoding(strings.Repeat("a", 64)) }))

	for _, s := range []string{"", "plain", `<a href="x">'&'</a>`, "ünïcode <", "&amp;", "a & b"} {
		fmt.Println(html.EscapeString(s), html.UnescapeString(html.EscapeString(s)) == s)
	}
	for _, s := range []string{"&lt;&gt;&amp;&quot;&#39;&apos;", "&eacute;&aacute&notit;&notin;", "&#65;&#x41;&#X41;&#0;&#128;&#x80;&#xD800;&#1114112;", "&", "&&", "&;", "&#;", "&#x;", "&#x", "& amp;",
		"&AMP;&AMP&Amp;", "&nosuch;&ampx;&ltx", "&CounterClockwiseContourIntegral;", "&fjlig;&NewLine;&Tab;|", "a&lt", "&#65", "&#6", "&#x4A4B;", "x&#10;y", "&acE;", "&ngE;&#x1F600;"} {
		fmt.Printf("%q %q\n", s, html.UnescapeString(s))
	}
}
