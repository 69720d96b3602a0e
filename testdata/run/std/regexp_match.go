// Regular expressions: which are right, and what they match.
package main

import (
	"fmt"
	"regexp"
	"regexp/syntax"
	"strings"
)

var patterns = []string{
	``, `a`, `abc`, `.`, `a.c`, `(?s)a.c`, `a*`, `a+`, `a?`, `a*?`, `a+?`, `a??`, `(a*)*`, `(a*)+`, `(a|b)*`, `(a|ab)(c|bcd)(d*)`, `(?:a|ab)+?`, `a|b|cd`, `(|a)*`, `(|a)+`, `(a|)+`,
	`^`, `$`, `^a`, `a$`, `^$`, `(?m)^a`, `(?m)a$`, `(?m)^$`, `\Aa`, `a\z`, `\b`, `\B`, `\ba\b`, `\Ba\B`, `a\b`,
	`[abc]`, `[^abc]`, `[a-c]+`, `[^a-c]+`, `[]a]`, `[^]a]`, `[a\]b]`, `[\d\s]`, `[^\d]`, `[a-]`, `[-a]`, `[a\-z]`, `[[:alpha:]]+`, `[[:^alpha:]]+`, `[[:word:]-]+`, `[\pL\d]+`,
	`\d+`, `\D+`, `\w+`, `\W+`, `\s+`, `\S+`, `\pL+`, `\PL+`, `\p{Greek}+`, `\p{^Greek}+`, `\P{Greek}`, `\p{Lu}`, `(?i)\p{Lu}+`, `\p{Letter}+`, `\p{any}`, `\p{ASCII}+`,
	`a{2}`, `a{2,}`, `a{1,2}`, `a{0}`, `a{0,}`, `a{0,1}`, `(ab){2}`, `(a{2}){2}`, `a{2}?`, `a{1,3}?`, `a{,2}`, `a{`, `a{1`, `a{1,`, `a{x}`, `{`, `(a){0}b`,
	`(a)(b)?`, `(a)|(b)`, `((a)(b))c`, `(?P<x>a)(?P<y>b)`, `(?<name>a+)`, `(?:a)(b)`, `(?i)abc`, `(?i:a)b`, `a(?i)b`, `(?i)a(?-i)b`, `(?i)[a-c]+`, `(?i)ſ`, `(?i)k`, `(?i)ß`, `(?U)a+`, `(?U)a+?`, `(?sm)^.$`, `(?i-s).a`,
	`\a\f\t\n\r\v`, `\x41`, `\x{263a}`, `\101`, `\07`, `\Qa.b\E+`, `\Qa.b`, `\*\+`, `\.`, `\-`, `\_`, `é+`, `世界?`, `[é-ü]+`, `.世.`, `\xff`, `\x{fffd}`, `[^\x00-\x{10FFFF}]`, `[\x{0}-\x{10ffff}]+`, `a[^\n]b`,
	`(?:(?:a{1,2}){1,2}){1,2}b`, `(a+)(b+)`, `(a+?)(b*)`, `(.*)(\d+)`, `(.*?)(\d+)`, `(.+)@(.+)\.com`, `^(\w+)\s*=\s*(.*?)\s*$`, `(x+x+)+y`, `(a?){10}a{10}`, `(foo|foobar)(baz)?`, `foo|foobar|foobaz`, `fo(o|x)|fa`, `\bfoo\b`,
	`((((a))))`, `(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)`, `(?:(a)|b)*`, `(?:(a)|(b))+`, `(a*)(a*)`, `(a|b|c|d)*?d`, `^(?:a|b)*$`, `(^a|b$)`, `a^b`, `a$b`, `$^`, `(?m)$^`, `^^a$$`, `(?:^)*a`, `(?:\b)+a`, `a**`, `(?:a*)*`, `(a*?)*?b`,
}

var texts = []string{
	"", "a", "b", "aa", "ab", "abc", "aaa", "abcd", "xabcx", "a\nb", "a\n", "\na\n\n", "foo bar", "foobar", "foobarbaz", "foobaz fax", "aBc ABC abC", "a.b+a.ba.b", "a]b-c", "k = v w \nx=1", "ada@example.com, bob@test.com",
	"αβγ Greek ΑΒ", "é世界 üñ世x", "a\xffb\xc0", "\xff", "\uFFFD", "ſKkßẞ", "123 abc_4 -5", "a{1}a{,2}", "\a\f\t\n\r\v", "A☺*+", "xxxxxxxxxxxxx", "aaaaaaaaaaaaaaaaaaaa", "abababab", "abcdefghij", "dcbaabcd",
}

func main() {
	for _, p := range patterns {
		re, err := regexp.Compile(p)
		if err != nil {
			fmt.Printf("%q: %v\n", p, err)
			continue
		}
		prefix, complete := re.LiteralPrefix()
		fmt.Printf("%q: %d %q %q %v\n", p, re.NumSubexp(), re.SubexpNames(), prefix, complete)
		for _, text := range texts {
			all := re.FindAllStringSubmatchIndex(text, -1)
			if (all != nil) != re.MatchString(text) {
				fmt.Println("MatchString disagrees", text)
			}
			if all != nil {
				fmt.Printf(" %q %v\n", text, all)
			}
			if got := re.ReplaceAllString(text, "<$0|$1>"); got != text {
				fmt.Printf("  %q", got)
			}
			if split := re.Split(text, 3); len(split) > 1 {
				fmt.Printf(" %q", split)
			}
			long := regexp.MustCompile(p)
			long.Longest()
			if m := long.FindStringSubmatchIndex(text); m != nil && fmt.Sprint(m) != fmt.Sprint(all[0]) {
				fmt.Printf(" longest %v", m)
			}
			if all != nil {
				fmt.Println()
			}
		}
	}
	fmt.Println("-- errors")
	for _, p := range []string{
		`(`, `)`, `a)`, `(a`, `((a)`, `[`, `[a`, `[a-`, `[z-a]`, `[^`, `[]`, `[^]`, `[[:foo:]]`, `[[:alpha:]`, `[\d-z]`, `[a-\d]`, `[\`, `[\q]`, `\`, `a\`, `\q`, `\8`, `\1`, `\C`, `\Z`, `\x`, `\x1`, `\xg0`, `\x{`, `\x{}`, `\x{110000}`, `\x{12`, `\x{zz}`,
		`*`, `+a`, `?`, `|*`, `(*)`, `(|*)`, `^*`, `a**`, `a+*`, `a?+`, `a*?*`, `a{2}{3}`, `a{2}*`, `a*{2}`, `{2}`, `a{1001}`, `a{2,1}`, `a{1000}`, `a{1,1001}`, `(a{100}){100}`, `((a{100}){10}){1}`, `((a{100}){10}){2}`, `(a{2}){501}`, `a{99999999999}`, `x{0,1001}`, `(?:a{0,2}){501}`,
		`(?`, `(?a)`, `(?i`, `(?i-`, `(?-)`, `(?--i)`, `(?i-i)a`, `(?:`, `(?P<`, `(?P<n`, `(?P<n>`, `(?P<>a)`, `(?P<n!>a)`, `(?P<n>a)(?P<n>b)`, `(?P=n)`, `(?P>n)`, `(?<n>a)(?P<n>b)`, `(?<=a)`, `(?<!a)`, `(?=a)`, `(?!a)`, `(?#c)`, `(?>a)`, `(?P<é>a)`, `(?i)(?s`, `(?x)a`, `(?i:a`, `(?ii)a`,
		`\p`, `\p{`, `\p{Foo}`, `\pX`, `\p{Greek`, `\P{^Foo}`, `[\p{Foo}]`, `\pÿ`, "a\xffb", "[\xff]", "(?P<\xff>a)", "\\\xff", "\\Q\xff", `a{1,2`, `a{1,2}{3}`, `a|*`, `(a|b))`, `\pé`, `[a-z-9]`, `[a-c-e]`, `[\w-a]`, `[+--]`, `[--a]`, `x{2}??`, `\b*`, `(?i)\Q`, `\E`, `a\E`, `\Qab\E\E`,
		strings.Repeat("(", 999) + strings.Repeat(")", 999), strings.Repeat("(", 1001) + strings.Repeat(")", 1001), strings.Repeat("a*", 2000), strings.Repeat("(?:", 998) + "a" + strings.Repeat(")*", 998),
	} {
		re, err := regexp.Compile(p)
		name := p
		if len(name) > 50 {
			name = name[:50]
		}
		if err != nil {
			text := err.Error()
			if len(text) > 120 {
				text = text[:120]
			}
			e := err.(*syntax.Error)
			fmt.Printf("%q %s (%s)\n", name, text, e.Code)
			continue
		}
		fmt.Printf("%q ok %v\n", name, re.NumSubexp())
	}
	fmt.Println("-- POSIX")
	for _, p := range []string{`a|ab`, `(a|ab)(c|bcd)`, `(a+|b)*`, `[a-c]`, `\d`, `a*?`, `(?:a)`, `^a$`, `[^a]`, `[\n]`, `a**`, `\.`, `\pL`, `[a--]`, `[a-c-e]`, `(|a)(ab)?`} {
		re, err := regexp.CompilePOSIX(p)
		if err != nil {
			fmt.Printf("%q: %v\n", p, err)
			continue
		}
		for _, text := range texts {
			if all := re.FindAllStringSubmatchIndex(text, -1); all != nil {
				fmt.Printf("%q %q %v\n", p, text, all)
			}
		}
	}
}
