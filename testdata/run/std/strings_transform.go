package main

import (
	"fmt"
	"strings"
	"unicode"
)

func main() {
	for _, s := range []string{"Hello, World", "straße ǅ", "ÀÉ\xffé", "", "ıİ", "already lower"} {
		fmt.Printf("%q %q %q %q\n", strings.ToUpper(s), strings.ToLower(s), strings.ToTitle(s), strings.Title(s))
	}
	fmt.Println(strings.Repeat("ab", 3), strings.Repeat("", 5) == "", strings.Repeat("x", 0) == "")
	fmt.Println(strings.Replace("oink oink oink", "k", "ky", 2), strings.ReplaceAll("oink oink", "oink", "moo"), strings.Replace("abc", "", "-", -1), strings.Replace("abc", "", "-", 2))
	fmt.Printf("%q %q %q %q\n", strings.Trim("  xx  ", " "), strings.TrimLeft("aabca", "a"), strings.TrimRight("aabca", "ac"), strings.TrimSpace("\t a b \u00a0\n"))
	fmt.Println(strings.TrimPrefix("prefix", "pre"), strings.TrimSuffix("a.go", ".go"), strings.TrimFunc("123abc456", unicode.IsDigit))
	fmt.Println(strings.Map(func(r rune) rune {
		switch {
		case r == 'a':
			return 'A'
		case r == 'b':
			return -1
		}
		return r
	}, "abcabc日"))
	fmt.Printf("%q %q\n", strings.ToValidUTF8("a\xff\xfeb\xffc", "?"), strings.ToUpperSpecial(unicode.TurkishCase, "iı"))
	r := strings.NewReplacer("<", "&lt;", ">", "&gt;", "a", "1", "aa", "2")
	fmt.Println(r.Replace("<aaa>"), strings.NewReplacer("", "-").Replace("xy"), strings.NewReplacer("b", "").Replace("abab"))
	defer func() { fmt.Println("panic:", recover()) }()
	strings.Repeat("x", -1)
}
