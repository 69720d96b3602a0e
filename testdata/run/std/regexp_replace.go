// Replacing, splitting, expanding, readers, and the rest of package regexp.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"regexp/syntax"
	"strings"
	"sync"
)

func main() {
	words := regexp.MustCompile(`(?P<first>\w)(\w*)`)
	for _, repl := range []string{"", "x", "$1", "${1}", "$2$1", "$first", "${first}!", "$1x", "${1}x", "$$", "$", "$ ", "${", "${}", "${1", "$10", "$3", "$nope", "$é", "${first}${2}", "$0.", "a$", "$-1", "$01", "${ 1}", "$first_"} {
		fmt.Printf("%q %q %q\n", repl, words.ReplaceAllString("ab c, défg", repl), words.ReplaceAllLiteralString("ab c", repl))
		fmt.Printf("  %q\n", words.ReplaceAll([]byte("ab c"), []byte(repl)))
	}
	fmt.Println(words.ReplaceAllStringFunc("ab cd", strings.ToUpper), string(words.ReplaceAllFunc([]byte("ab cd"), bytes.ToUpper)), string(words.ReplaceAllLiteral([]byte("ab"), []byte("$1"))))
	for _, p := range []string{`a*`, ``, `b*`, `x*`, `^`, `$`, `\b`, `a|`, `|a`, `(?m)^`, `é*`, `.`, `[^a]`} {
		re := regexp.MustCompile(p)
		for _, s := range []string{"", "a", "baac", "éaé", "a\xffb", "ab\ncd\n"} {
			fmt.Printf("%q %q: %q %q", p, s, re.ReplaceAllString(s, "-"), re.ReplaceAllString(s, "[$0]"))
			for _, n := range []int{-1, 0, 1, 2, 5} {
				fmt.Printf(" %q", re.Split(s, n))
			}
			fmt.Println(re.FindAllString(s, 2), re.FindAllIndex([]byte(s), 3))
			fmt.Println(re.ReplaceAll([]byte(s), nil) == nil, re.ReplaceAll(nil, []byte("x")), re.FindAll([]byte(s), 0) == nil)
		}
	}
	re := regexp.MustCompile(`(\w+)(?:=(\d+))?`)
	b := []byte("k=1 key v=23")
	fmt.Printf("%q %q\n", re.Find(b), re.FindSubmatch(b))
	fmt.Printf("%q %q\n", re.FindAll(b, -1), re.FindAllSubmatch(b, 2))
	fmt.Println(re.FindIndex(b), re.FindSubmatchIndex(b), re.FindAllSubmatchIndex(b, -1), re.FindAllIndex(b, 1))
	s := string(b)
	fmt.Printf("%q %q %q %q\n", re.FindString(s), re.FindStringSubmatch(s), re.FindAllString(s, 2), re.FindAllStringSubmatch(s, -1))
	fmt.Println(re.FindStringIndex(s), re.FindStringSubmatchIndex(s), re.FindAllStringSubmatchIndex(s, -1), re.FindAllStringIndex(s, 2))
	fmt.Println(re.FindStringIndex("--"), re.FindString("--") == "", re.Find([]byte("--")) == nil, re.FindSubmatch(nil) == nil, re.FindStringSubmatch("") == nil, re.FindAllString("", -1) == nil)
	found := re.FindAll(b, -1)
	fmt.Println(cap(found[0]), len(found[0]))
	sub := re.FindSubmatch([]byte("key"))
	fmt.Println(sub[2] == nil, re.FindStringSubmatch("key")[2] == "")

	fmt.Println(re.MatchReader(strings.NewReader("  x")), re.FindReaderIndex(strings.NewReader("é x=1")), re.FindReaderSubmatchIndex(strings.NewReader("\xff k=5")), re.FindReaderIndex(strings.NewReader("")))
	ok, err := regexp.MatchString(`a+`, "caat")
	fmt.Println(ok, err)
	ok, err = regexp.Match(`a(`, []byte("x"))
	fmt.Println(ok, err)
	ok, err = regexp.MatchReader(`^$`, strings.NewReader(""))
	fmt.Println(ok, err)
	fmt.Println(regexp.QuoteMeta(`a.b*c[d]e{f}g(h)i|j\k^l$m+n?o-p/é`), regexp.MustCompile(regexp.QuoteMeta("a.b*")).MatchString("xa.b*y"))
	fmt.Println(words.NumSubexp(), words.SubexpNames(), words.SubexpIndex("first"), words.SubexpIndex(""), words.SubexpIndex("x"), words.String())
	for _, template := range []string{"$1-$2", "$first$$", "${2}z", "$9"} {
		text := "hello"
		fmt.Printf("%q %q\n", words.ExpandString([]byte(">"), template, text, words.FindStringSubmatchIndex(text)), words.Expand(nil, []byte(template), []byte(text), words.FindSubmatchIndex([]byte(text))))
	}
	data, err := json.Marshal(map[string]*regexp.Regexp{"re": words})
	fmt.Println(string(data), err)
	var m map[string]*regexp.Regexp
	fmt.Println(json.Unmarshal([]byte(`{"a":"x+","b":"y"}`), &m), m["a"], m["a"].FindString("yxxx"))
	fmt.Println(json.Unmarshal([]byte(`{"a":"("}`), &m))
	t, err := words.AppendText([]byte(">"))
	fmt.Println(string(t), err, words.Copy().String())
	long := regexp.MustCompile(`a(|b|bc)`)
	fmt.Println(long.FindString("abcd"))
	long.Longest()
	fmt.Println(long.FindString("abcd"))
	for _, f := range []func(){func() { regexp.MustCompile(`a(b`) }, func() { regexp.MustCompilePOSIX("a`\\d") }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
	// Linear time, long texts.
	text := strings.Repeat("a", 20000)
	for _, p := range []string{`(a*)*b`, `(a+)+$`, `(x+x+)+y`, `a{50}$`, `(.*)(.*)(.*)b`, `.*.*=.*`, `(a|aa)+$`} {
		fmt.Println(p, regexp.MustCompile(p).FindStringSubmatchIndex(text))
	}
	big := strings.Repeat("lorem ipsum dolor 2026-11-21 sit amet é\n", 1000)
	dates := regexp.MustCompile(`(?m)(\d{4})-(\d\d)-(\d\d).*$`)
	fmt.Println(len(dates.FindAllStringSubmatch(big, -1)), len(dates.ReplaceAllString(big, "$3.$2.$1")), len(regexp.MustCompile(`\s+`).Split(big, -1)))
	fmt.Println(regexp.MustCompile(`amet é\n$`).FindStringIndex(big), regexp.MustCompile(`(?i)IPSUM.*SIT`).FindStringIndex(big[17:]))
	// Shared by goroutines.
	var wg sync.WaitGroup
	counts := make([]int, 8)
	for i := range counts {
		wg.Go(func() {
			for range 200 {
				counts[i] += len(words.FindAllString("a bc def", -1))
			}
		})
	}
	wg.Wait()
	fmt.Println(counts)

	for _, p := range []string{`a+b|c`, `(?i)ab[c-e]`, `(x){2,3}?`, `^$`, `\bé\pL`} {
		re, err := syntax.Parse(p, syntax.Perl)
		if err != nil {
			fmt.Println(err)
			continue
		}
		prog, err := syntax.Compile(re.Simplify())
		fmt.Println(re.Op, re.MaxCap(), re.CapNames(), err, prog.NumCap, prog.StartCond())
		again, err := syntax.Parse(re.String(), syntax.Perl)
		fmt.Println(err, again.Equal(re))
	}
	fmt.Println(syntax.OpStar, syntax.Op(0), syntax.Op(100), syntax.InstRune1, syntax.ErrMissingParen, syntax.IsWordChar('_'), syntax.EmptyOpContext('a', -1), syntax.EmptyOpContext(-1, '\n'))
}
