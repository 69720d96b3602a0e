package main

import (
	"fmt"
	"strings"
	"unicode"
)

func main() {
	s := "go gopher, go日本go\xffé"
	for _, sub := range []string{"go", "", "gopher", "日本", "zz", "é", s, s + "x"} {
		fmt.Println(strings.Index(s, sub), strings.LastIndex(s, sub), strings.Count(s, sub), strings.Contains(s, sub), strings.HasPrefix(s, sub), strings.HasSuffix(s, sub))
	}
	fmt.Println(strings.IndexByte(s, 'p'), strings.LastIndexByte(s, 'o'), strings.IndexRune(s, '本'), strings.IndexRune(s, 0xFFFD), strings.IndexRune(s, -1))
	fmt.Println(strings.IndexAny(s, "xyz,"), strings.IndexAny(s, "本é"), strings.LastIndexAny(s, "go"), strings.ContainsAny(s, ""), strings.ContainsRune(s, 'é'))
	fmt.Println(strings.IndexFunc(s, unicode.IsPunct), strings.LastIndexFunc(s, unicode.IsLetter))
	fmt.Println(strings.Compare("a", "b"), strings.Compare("b", "a"), strings.Compare("x", "x"))
	fmt.Println(strings.EqualFold("Straße", "STRASSE"), strings.EqualFold("Go", "GO"), strings.EqualFold("K", "\u212a"), strings.EqualFold("Σ", "ς"), strings.EqualFold("a", "ab"))
	before, after, ok := strings.Cut("key=value=x", "=")
	fmt.Println(before, after, ok)
	fmt.Println(strings.CutPrefix("prefix-x", "prefix-"))
	fmt.Println(strings.CutSuffix("x.go", ".txt"))
}
