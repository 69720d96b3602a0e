package main

import (
	"fmt"
	"unicode/utf16"
	"unicode/utf8"
)

func main() {
	for _, s := range []string{"", "a", "é", "日", "\U0001F600", "\xff", "\xe6\x97", "\xed\xa0\x80", "\xc0\x80", "\xf4\x90\x80\x80", "a\xffb"} {
		r, n := utf8.DecodeRuneInString(s)
		last, m := utf8.DecodeLastRuneInString(s)
		fmt.Println(r, n, last, m, utf8.RuneCountInString(s), utf8.ValidString(s), utf8.FullRuneInString(s))
	}
	for _, r := range []rune{'a', 'é', '日', 0x1F600, 0xD800, -1, utf8.MaxRune + 1} {
		buf := make([]byte, 4)
		n := utf8.EncodeRune(buf, r)
		fmt.Println(buf[:n], utf8.AppendRune(nil, r), utf8.RuneLen(r), utf8.ValidRune(r), utf16.RuneLen(r))
	}
	units := utf16.Encode([]rune("a日\U0001F600"))
	fmt.Printf("%x %q %q\n", units, string(utf16.Decode(units)), string(utf16.Decode([]uint16{0xD800, 'x', 0xDC00})))
}
