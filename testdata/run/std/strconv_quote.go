package main

import (
	"fmt"
	"strconv"
)

func main() {
	for _, s := range []string{"", "plain", "tab\tnew\nline", `back\slash "quote" 'single'`, "\x00\x07\x7f", "\xff\xfe", "日本語", "\u200b\u00a0\u3000", "\U0001F600", "\U0010ffff", "é\u0301"} {
		fmt.Println(strconv.Quote(s), strconv.QuoteToASCII(s), strconv.QuoteToGraphic(s), strconv.CanBackquote(s))
		back, err := strconv.Unquote(strconv.QuoteToASCII(s))
		fmt.Println(back == s, err)
	}
	for _, r := range []rune{'a', '\'', '"', '\n', 0x7f, 'ÿ', '日', 0xD800, 0x110000, -1} {
		fmt.Println(strconv.QuoteRune(r), strconv.QuoteRuneToASCII(r), strconv.QuoteRuneToGraphic(r), strconv.IsPrint(r), strconv.IsGraphic(r))
	}
	for _, s := range []string{`"a\tb"`, "`raw\\n`", `'x'`, `'\u65e5'`, `"\x41\101"`, `"bad`, `'ab'`, `"\q"`, `""`, `"\'"`} {
		v, err := strconv.Unquote(s)
		fmt.Printf("%q %v\n", v, err)
	}
	prefix, err := strconv.QuotedPrefix(`"abc" rest`)
	fmt.Println(prefix, err)
}
