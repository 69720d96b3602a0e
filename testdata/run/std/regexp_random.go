// Random expressions and texts agree with Go, in all ways of matching.
package main

import (
	"fmt"
	"hash/crc32"
	"regexp"
	"strings"
)

var state uint64 = 7

func random(n int) int {
	state = state*6364136223846793005 + 1442695040888963407
	return int(state>>33) % n
}

var atoms = []string{"a", "b", "c", ".", "[ab]", "[^a]", "\\w", "\\b", "^", "$", "é", "(?i:A)", "\\pL", "\\B", "(?s:.)", "(?m:^)", "(?m:$)", "", "ab", "[b-é]", "(?i:k)", "\\s", "\\n"}
var ops = []string{"*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,2}?", "{2,}"}

func generate(depth int) string {
	if depth > 3 {
		return atoms[random(len(atoms))]
	}
	switch random(7) {
	case 0:
		return generate(depth+1) + "|" + generate(depth+1)
	case 1, 2:
		return generate(depth+1) + generate(depth+1)
	case 3:
		return "(" + generate(depth+1) + ")" + ops[random(len(ops))]
	case 4:
		return "(?:" + generate(depth+1) + ")" + ops[random(len(ops))]
	case 5:
		return "(" + generate(depth+1) + ")"
	}
	return atoms[random(len(atoms))]
}

func main() {
	letters := []string{"a", "b", "c", "A", "é", " ", "\n", "k", "\u212a", "\xff", "ab", "aa"}
	sum := crc32.NewIEEE()
	for i := range 500 {
		p := generate(0)
		if random(20) == 0 && p != "" {
			at := random(len(p))
			p = p[:at] + "()[]{}*+?\\|^$-1,"[random(16):][:1] + p[at:]
		}
		re, err := regexp.Compile(p)
		fmt.Fprintln(sum, p, err)
		if err != nil {
			continue
		}
		long, err := regexp.Compile(p)
		long.Longest()
		for range 4 {
			var b strings.Builder
			for range random(12) {
				b.WriteString(letters[random(len(letters))])
			}
			text := b.String()
			fmt.Fprintf(sum, "%q %v %v %q %q\n", text, re.FindAllStringSubmatchIndex(text, -1), long.FindAllStringIndex(text, -1), re.ReplaceAllString(text, "<$1>"), re.Split(text, 3))
			if got, want := re.MatchString(text), re.FindStringIndex(text) != nil; got != want {
				fmt.Println("disagrees", p, text)
			}
			// The same in a text that is too long for backtracking.
			if i%100 == 0 {
				far := text + strings.Repeat("\x01", 60000)
				fmt.Fprintf(sum, "%v %v\n", re.FindStringSubmatchIndex(far), long.FindStringIndex(far))
			}
		}
		if i%100 == 0 {
			fmt.Printf("%d %08x\n", i, sum.Sum32())
		}
	}
}
