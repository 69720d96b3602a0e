package main

import (
	"bytes"
	"fmt"
	"unicode"
)

func main() {
	s := []byte("one, two, three")
	fmt.Println(bytes.Index(s, []byte("two")), bytes.LastIndex(s, []byte("t")), bytes.IndexByte(s, 'w'), bytes.Count(s, []byte(",")), bytes.Contains(s, []byte("thr")))
	fmt.Printf("%q %q %q\n", bytes.Split(s, []byte(", ")), bytes.Fields(s), bytes.SplitN(s, nil, 3))
	fmt.Printf("%s %s %s\n", bytes.ToUpper(s), bytes.Title(s), bytes.ReplaceAll(s, []byte("t"), []byte("T")))
	fmt.Printf("%q %q %q\n", bytes.TrimSpace([]byte(" x ")), bytes.Trim(s, "oe"), bytes.TrimFunc(s, unicode.IsLetter))
	fmt.Println(bytes.Equal(nil, []byte{}), bytes.Compare([]byte("a"), []byte("b")), bytes.EqualFold([]byte("Go"), []byte("gO")))
	before, after, ok := bytes.Cut(s, []byte(", "))
	fmt.Printf("%q %q %v\n", before, after, ok)
	fmt.Printf("%s %s\n", bytes.Join([][]byte{[]byte("a"), []byte("b")}, []byte("+")), bytes.Repeat([]byte("ab"), 2))
	fmt.Println(bytes.Runes([]byte("aé\xff")), bytes.Map(func(r rune) rune { return r + 1 }, []byte("HAL")))
	c := bytes.Clone(s)
	c[0] = 'O'
	fmt.Println(string(s), string(c), bytes.Clone(nil) == nil)
	for line := range bytes.Lines([]byte("a\nb")) {
		fmt.Printf("%q ", line)
	}
	fmt.Println()
}
