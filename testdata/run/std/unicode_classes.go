package main

import (
	"fmt"
	"unicode"
)

func main() {
	for _, r := range "aZ5_ \t$+«é日ǅ½٣Ⅷ\u0301\u00a0\u2028\U0001F600\u0000\ufffd" {
		fmt.Printf("%U %t %t %t %t %t %t %t %t %t %t %t %t %t\n", r, unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsNumber(r), unicode.IsSpace(r), unicode.IsUpper(r), unicode.IsLower(r), unicode.IsTitle(r), unicode.IsPunct(r), unicode.IsSymbol(r), unicode.IsMark(r), unicode.IsControl(r), unicode.IsPrint(r), unicode.IsGraphic(r))
		fmt.Printf("%c %c %c %U\n", unicode.ToUpper(r), unicode.ToLower(r), unicode.ToTitle(r), unicode.SimpleFold(r))
	}
	fmt.Println(unicode.Is(unicode.Han, '日'), unicode.Is(unicode.Latin, 'é'), unicode.Is(unicode.Greek, 'a'), unicode.In('я', unicode.Latin, unicode.Cyrillic))
	fmt.Println(unicode.Is(unicode.Scripts["Thai"], 'ก'), unicode.Is(unicode.Categories["Lu"], 'A'), unicode.Is(unicode.Properties["White_Space"], ' '), len(unicode.Scripts))
	mine := &unicode.RangeTable{R16: []unicode.Range16{{'a', 'i', 2}}, R32: []unicode.Range32{{0x10000, 0x10010, 4}}}
	fmt.Println(unicode.Is(mine, 'c'), unicode.Is(mine, 'd'), unicode.Is(mine, 0x10008), unicode.Is(mine, 0x10009))
	fmt.Printf("%c %c %s\n", unicode.TurkishCase.ToUpper('i'), unicode.To(unicode.UpperCase, 'ß'), unicode.Version)
	count := 0
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if unicode.IsLetter(r) {
			count++
		}
		if unicode.ToUpper(r) != r {
			count += 1000000
		}
	}
	fmt.Println(count)
}
