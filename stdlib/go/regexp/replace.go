package regexp

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// replaceAll returns the text with each match replaced by what add appends, and whether there are any.
func (re *Regexp) replaceAll(in input, wanted int, add func(dst []byte, m []int) []byte) (out []byte, found bool) {
	from := 0
	rest := func(to int) {
		if in.isText {
			out = append(out, in.text[from:to]...)
		} else {
			out = append(out, in.bytes[from:to]...)
		}
	}
	end := 0 // of the match before
	for at := 0; at <= in.len(); {
		m := re.padded(re.find(in, at, wanted), wanted)
		if m == nil {
			break
		}
		found = true
		rest(m[0])
		from = m[1]
		// An empty match right after another one is none.
		if m[1] > end || m[0] == 0 {
			out = add(out, m)
		}
		end = m[1]
		switch {
		case at+in.runeLen(at) > m[1]:
			at += in.runeLen(at)
		default:
			at = m[1]
		}
	}
	rest(in.len())
	return out, found
}

// ReplaceAllString returns src with each match replaced by repl, in which $1, ${1} or $name stands for
// what a group matched; see Expand.
func (re *Regexp) ReplaceAllString(src, repl string) string {
	wanted := 2
	if strings.Contains(repl, "$") {
		wanted = re.slots()
	}
	in := input{text: src, isText: true}
	out, found := re.replaceAll(in, wanted, func(dst []byte, m []int) []byte { return re.expand(dst, repl, in, m) })
	if !found {
		return src
	}
	return string(out)
}

// ReplaceAllLiteralString returns src with each match replaced by repl as it stands.
func (re *Regexp) ReplaceAllLiteralString(src, repl string) string {
	out, found := re.replaceAll(input{text: src, isText: true}, 2, func(dst []byte, m []int) []byte { return append(dst, repl...) })
	if !found {
		return src
	}
	return string(out)
}

// ReplaceAllStringFunc returns src with each match replaced by what repl returns for it.
func (re *Regexp) ReplaceAllStringFunc(src string, repl func(string) string) string {
	out, found := re.replaceAll(input{text: src, isText: true}, 2, func(dst []byte, m []int) []byte {
		return append(dst, repl(src[m[0]:m[1]])...)
	})
	if !found {
		return src
	}
	return string(out)
}

// ReplaceAll returns a copy of src with each match replaced by repl, in which $1, ${1} or $name stands
// for what a group matched; see Expand.
func (re *Regexp) ReplaceAll(src, repl []byte) []byte {
	wanted := 2
	template := string(repl)
	if strings.Contains(template, "$") {
		wanted = re.slots()
	}
	in := input{bytes: src}
	out, _ := re.replaceAll(in, wanted, func(dst []byte, m []int) []byte { return re.expand(dst, template, in, m) })
	return out
}

// ReplaceAllLiteral returns a copy of src with each match replaced by repl as it stands.
func (re *Regexp) ReplaceAllLiteral(src, repl []byte) []byte {
	out, _ := re.replaceAll(input{bytes: src}, 2, func(dst []byte, m []int) []byte { return append(dst, repl...) })
	return out
}

// ReplaceAllFunc returns a copy of src with each match replaced by what repl returns for it.
func (re *Regexp) ReplaceAllFunc(src []byte, repl func([]byte) []byte) []byte {
	out, _ := re.replaceAll(input{bytes: src}, 2, func(dst []byte, m []int) []byte {
		return append(dst, repl(src[m[0]:m[1]])...)
	})
	return out
}

// Expand appends template to dst, with $name and ${name} replaced by what a group of the match in src
// matched, by number or by name; $$ stands for a dollar. A name is as long as possible, so that $1x is
// ${1x}; unknown groups are replaced by nothing. match comes from FindSubmatchIndex.
func (re *Regexp) Expand(dst []byte, template []byte, src []byte, match []int) []byte {
	return re.expand(dst, string(template), input{bytes: src}, match)
}

// ExpandString is Expand for strings. match comes from FindStringSubmatchIndex.
func (re *Regexp) ExpandString(dst []byte, template string, src string, match []int) []byte {
	return re.expand(dst, template, input{text: src, isText: true}, match)
}

func (re *Regexp) expand(dst []byte, template string, in input, match []int) []byte {
	group := func(number int) {
		if 2*number+1 >= len(match) || match[2*number] < 0 {
			return
		}
		if in.isText {
			dst = append(dst, in.text[match[2*number]:match[2*number+1]]...)
		} else {
			dst = append(dst, in.bytes[match[2*number]:match[2*number+1]]...)
		}
	}
	for {
		before, after, found := strings.Cut(template, "$")
		dst = append(dst, before...)
		if !found {
			return dst
		}
		template = after
		if rest, ok := strings.CutPrefix(template, "$"); ok {
			dst = append(dst, '$')
			template = rest
			continue
		}
		name, rest, ok := reference(template)
		if !ok {
			dst = append(dst, '$') // it stands for itself
			continue
		}
		template = rest
		if number, ok := groupNumber(name); ok {
			group(number)
			continue
		}
		for i, n := range re.names {
			if n == name && 2*i+1 < len(match) && match[2*i] >= 0 {
				group(i)
				break
			}
		}
	}
}

// reference cuts the name of a group off a template, after its dollar.
func reference(template string) (name, rest string, ok bool) {
	inner, isBraced := strings.CutPrefix(template, "{")
	end := 0
	for end < len(inner) {
		r, size := utf8.DecodeRuneInString(inner[end:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' {
			break
		}
		end += size
	}
	if end == 0 {
		return "", "", false
	}
	name, rest = inner[:end], inner[end:]
	if isBraced {
		if rest, ok = strings.CutPrefix(rest, "}"); !ok {
			return "", "", false
		}
	}
	return name, rest, true
}

// groupNumber returns the number that a name is, if it is one.
func groupNumber(name string) (number int, ok bool) {
	for i := range len(name) {
		if name[i] < '0' || '9' < name[i] {
			return 0, false
		}
	}
	number, err := strconv.Atoi(name)
	return number, err == nil && number < 1e8 && (name[0] != '0' || len(name) == 1)
}
