package main

import (
	"fmt"
	"strings"
)

func main() {
	for _, s := range []string{"a,b,c", "", ",", "abc", ",a,,b,", "日,本"} {
		fmt.Printf("%q %q %q %q\n", strings.Split(s, ","), strings.SplitN(s, ",", 2), strings.SplitAfter(s, ","), strings.SplitAfterN(s, ",", 2))
		fmt.Printf("%q %q %d\n", strings.Split(s, ""), strings.SplitN(s, "", 2), len(strings.SplitN(s, ",", 0)))
	}
	fmt.Printf("%q %q\n", strings.Fields("  a b\t\nc \u3000d "), strings.Fields("   "))
	fmt.Printf("%q\n", strings.FieldsFunc("a1b22c", func(r rune) bool { return r >= '0' && r <= '9' }))
	fmt.Println(strings.Join([]string{"x", "y", "z"}, "--"), strings.Join(nil, "-") == "", strings.Join([]string{"one"}, "-"))
	for line := range strings.Lines("one\ntwo\n\nend") {
		fmt.Printf("%q ", line)
	}
	for part := range strings.SplitSeq("a-b-c", "-") {
		fmt.Printf("%q ", part)
	}
	for part := range strings.SplitAfterSeq("a-b-c", "-") {
		fmt.Printf("%q ", part)
	}
	for f := range strings.FieldsSeq(" p  q r ") {
		fmt.Printf("%q ", f)
		if f == "q" {
			break
		}
	}
	fmt.Println()
}
