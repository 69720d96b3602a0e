package syntax

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	maxNesting = 1000 // of groups and operators
	maxRepeat  = 1000
	maxInsts   = 128 << 20 / 40 // of the program, about
)

// Parse parses an expression. The error is an *Error.
func Parse(s string, flags Flags) (*Regexp, error) { return parse(s, flags) }

func parse(s string, flags Flags) (re *Regexp, err error) {
	if flags&Literal != 0 {
		if err := checkUTF8(s); err != nil {
			return nil, err
		}
		p := parser{whole: s, flags: flags}
		parts := []*Regexp{}
		for _, c := range s {
			parts = append(parts, p.literal(c))
		}
		return p.concat(parts), nil
	}
	p := parser{whole: s, rest: s, flags: flags}
	defer func() {
		switch fault := recover().(type) {
		case nil:
		case *Error:
			re, err = nil, fault
		default:
			panic(fault)
		}
	}()
	re = p.alternation(0)
	if p.rest != "" {
		p.fail(ErrUnexpectedParen, p.whole)
	}
	if height(re) > maxNesting {
		p.fail(ErrNestingDepth, p.whole)
	}
	if size(re) > maxInsts {
		p.fail(ErrLarge, p.whole)
	}
	return re, nil
}

func checkUTF8(s string) error {
	if !utf8.ValidString(s) {
		for i, c := range s {
			if _, size := utf8.DecodeRuneInString(s[i:]); c == utf8.RuneError && size == 1 {
				return &Error{ErrInvalidUTF8, s}
			}
		}
	}
	return nil
}

type parser struct {
	whole, rest string
	flags       Flags
	captures    int
}

// fail ends the parsing; Parse recovers the error.
func (p *parser) fail(code ErrorCode, expr string) { panic(&Error{code, expr}) }

// taken returns the text from s, which is at the end of the whole text, to what is left.
func (p *parser) taken(s string) string { return s[:len(s)-len(p.rest)] }

// next reads a character.
func (p *parser) next() rune {
	c, size := utf8.DecodeRuneInString(p.rest)
	if c == utf8.RuneError && size == 1 {
		p.fail(ErrInvalidUTF8, p.rest)
	}
	p.rest = p.rest[size:]
	return c
}

func (p *parser) accept(prefix string) bool {
	rest, ok := strings.CutPrefix(p.rest, prefix)
	p.rest = rest
	return ok
}

func (p *parser) op(op Op) *Regexp { return &Regexp{Op: op, Flags: p.flags} }

// literal makes a literal of one character.
func (p *parser) literal(c rune) *Regexp {
	re := &Regexp{Op: OpLiteral, Flags: p.flags}
	if p.flags&FoldCase != 0 {
		if unicode.SimpleFold(c) == c {
			re.Flags &^= FoldCase
		} else {
			c = smallestFold(c)
		}
	}
	re.Rune0[0] = c
	re.Rune = re.Rune0[:1]
	return re
}

// smallestFold returns the smallest of the characters that differ from c in case only.
func smallestFold(c rune) rune {
	least := c
	for f := unicode.SimpleFold(c); f != c; f = unicode.SimpleFold(f) {
		least = min(least, f)
	}
	return least
}

// concat joins parts, and literals among them.
func (p *parser) concat(parts []*Regexp) *Regexp {
	joined := parts[:0]
	for _, re := range parts {
		if n := len(joined); n > 0 && re.Op == OpLiteral && joined[n-1].Op == OpLiteral && (re.Flags^joined[n-1].Flags)&FoldCase == 0 {
			last := joined[n-1]
			last.Rune = append(last.Rune, re.Rune...)
			continue
		}
		joined = append(joined, re)
	}
	switch len(joined) {
	case 0:
		return p.op(OpEmptyMatch)
	case 1:
		return joined[0]
	}
	return &Regexp{Op: OpConcat, Flags: p.flags, Sub: joined}
}

// alternation parses up to a closing parenthesis or the end.
func (p *parser) alternation(depth int) *Regexp {
	if depth > maxNesting {
		p.fail(ErrNestingDepth, p.whole)
	}
	var choices []*Regexp
	for {
		choices = append(choices, p.sequence(depth))
		if !p.accept("|") {
			break
		}
	}
	return p.alternate(choices)
}

// isOneChar reports whether re is one character of some choice.
func isOneChar(re *Regexp) bool {
	switch re.Op {
	case OpLiteral:
		return len(re.Rune) == 1
	case OpCharClass, OpAnyChar, OpAnyCharNotNL:
		return true
	}
	return false
}

// classOf returns the class that a single character is of.
func classOf(re *Regexp) []rune {
	switch re.Op {
	case OpLiteral:
		if re.Flags&FoldCase != 0 {
			return clean(addFolded(nil, re.Rune[0], re.Rune[0]))
		}
		return []rune{re.Rune[0], re.Rune[0]}
	case OpAnyChar:
		return []rune{0, unicode.MaxRune}
	case OpAnyCharNotNL:
		return []rune{0, '\n' - 1, '\n' + 1, unicode.MaxRune}
	}
	return re.Rune
}

// alternate joins choices, and single characters among them that follow one another.
func (p *parser) alternate(choices []*Regexp) *Regexp {
	choices = p.factor(choices)
	var joined []*Regexp
	for i := 0; i < len(choices); {
		end := i
		for end < len(choices) && isOneChar(choices[end]) {
			end++
		}
		if end-i < 2 {
			joined = append(joined, choices[i])
			i++
			continue
		}
		var class []rune
		for _, re := range choices[i:end] {
			class = append(class, classOf(re)...)
		}
		joined = append(joined, p.class(clean(class)))
		i = end
	}
	if len(joined) == 1 {
		return joined[0]
	}
	return &Regexp{Op: OpAlternate, Flags: p.flags, Sub: joined}
}

// factor takes common beginnings out of neighbouring choices: ab|ac is a(?:b|c).
func (p *parser) factor(choices []*Regexp) []*Regexp {
	var out []*Regexp
	for i := 0; i < len(choices); {
		prefix, fold := literalStart(choices[i])
		end := i + 1
		for end < len(choices) && len(prefix) > 0 {
			other, otherFold := literalStart(choices[end])
			common := 0
			for otherFold == fold && common < len(prefix) && common < len(other) && prefix[common] == other[common] {
				common++
			}
			if common == 0 {
				break
			}
			prefix = prefix[:common]
			end++
		}
		if end-i < 2 {
			out = append(out, choices[i])
			i++
			continue
		}
		start := &Regexp{Op: OpLiteral, Flags: p.flags&^FoldCase | fold, Rune: slices.Clone(prefix)}
		rests := make([]*Regexp, 0, end-i)
		for _, re := range choices[i:end] {
			rests = append(rests, p.without(re, len(prefix)))
		}
		out = append(out, p.concat([]*Regexp{start, p.alternate(rests)}))
		i = end
	}
	return out
}

// literalStart returns the characters that re begins with.
func literalStart(re *Regexp) ([]rune, Flags) {
	if re.Op == OpConcat {
		re = re.Sub[0]
	}
	if re.Op != OpLiteral {
		return nil, 0
	}
	return re.Rune, re.Flags & FoldCase
}

// without returns re without its first n characters.
func (p *parser) without(re *Regexp, n int) *Regexp {
	if re.Op == OpConcat {
		parts := slices.Clone(re.Sub)
		if n < len(parts[0].Rune) {
			parts[0] = p.without(parts[0], n)
		} else {
			parts = parts[1:]
		}
		return p.concat(parts)
	}
	if n == len(re.Rune) {
		return p.op(OpEmptyMatch)
	}
	return &Regexp{Op: OpLiteral, Flags: re.Flags, Rune: slices.Clone(re.Rune[n:])}
}

// sequence parses up to | or ) or the end.
func (p *parser) sequence(depth int) *Regexp {
	var parts []*Regexp
	lastRepeat := "" // the text from the operator on that was read just before
	for p.rest != "" && p.rest[0] != '|' && p.rest[0] != ')' {
		before := p.rest
		repeat := ""
		switch c := p.rest[0]; c {
		case '(':
			if re := p.group(depth); re != nil {
				parts = append(parts, re)
			}
		case '[':
			parts = append(parts, p.bracket())
		case '.':
			p.rest = p.rest[1:]
			parts = append(parts, p.op(p.choose(DotNL, OpAnyChar, OpAnyCharNotNL)))
		case '^':
			p.rest = p.rest[1:]
			parts = append(parts, p.op(p.choose(OneLine, OpBeginText, OpBeginLine)))
		case '$':
			p.rest = p.rest[1:]
			re := p.op(p.choose(OneLine, OpEndText, OpEndLine))
			if re.Op == OpEndText {
				re.Flags |= WasDollar
			}
			parts = append(parts, re)
		case '*', '+', '?':
			p.rest = p.rest[1:]
			op := map[byte]Op{'*': OpStar, '+': OpPlus, '?': OpQuest}[c]
			p.repeat(op, 0, 0, parts, before, lastRepeat)
			repeat = before
		case '{':
			low, high, ok := p.bounds()
			if !ok {
				p.rest = before[1:]
				parts = append(parts, p.literal('{'))
				break
			}
			if low < 0 || low > maxRepeat || high > maxRepeat || high >= 0 && low > high {
				p.fail(ErrInvalidRepeatSize, p.taken(before))
			}
			p.repeat(OpRepeat, low, high, parts, before, lastRepeat)
			repeat = before
		case '\\':
			parts = p.escape(parts)
		default:
			parts = append(parts, p.literal(p.next()))
		}
		lastRepeat = repeat
	}
	return p.concat(parts)
}

func (p *parser) choose(flag Flags, set, unset Op) Op {
	if p.flags&flag != 0 {
		return set
	}
	return unset
}

// repeat makes the last part a repeated one.
func (p *parser) repeat(op Op, low, high int, parts []*Regexp, before, lastRepeat string) {
	flags := p.flags
	if p.flags&PerlX != 0 {
		if p.accept("?") {
			flags ^= NonGreedy
		}
		if lastRepeat != "" {
			p.fail(ErrInvalidRepeatOp, p.taken(lastRepeat))
		}
	}
	if len(parts) == 0 {
		p.fail(ErrMissingRepeatArgument, p.taken(before))
	}
	last := &parts[len(parts)-1]
	sub := *last
	if op != OpRepeat && (flags^sub.Flags)&NonGreedy == 0 && (sub.Op == OpStar || sub.Op == OpPlus || sub.Op == OpQuest) {
		if sub.Op != op { // x+* and so on
			*last = &Regexp{Op: OpStar, Flags: flags, Sub: sub.Sub}
		}
		return
	}
	re := &Regexp{Op: op, Flags: flags, Min: low, Max: high}
	re.Sub0[0] = sub
	re.Sub = re.Sub0[:]
	*last = re
	if op == OpRepeat && (low >= 2 || high >= 2) && !repeatFits(re, maxRepeat) {
		p.fail(ErrInvalidRepeatSize, p.taken(before))
	}
}

// repeatFits reports whether nested repetitions make at most n copies.
func repeatFits(re *Regexp, n int) bool {
	if re.Op == OpRepeat {
		m := re.Max
		if m == 0 {
			return true
		}
		if m < 0 {
			m = re.Min
		}
		if m > n {
			return false
		}
		if m > 0 {
			n /= m
		}
	}
	for _, sub := range re.Sub {
		if !repeatFits(sub, n) {
			return false
		}
	}
	return true
}

// bounds parses {n}, {n,} or {n,m}. low is -1 for a number that is too large.
func (p *parser) bounds() (low, high int, ok bool) {
	p.rest = p.rest[1:]
	if low, ok = p.number(); !ok {
		return 0, 0, false
	}
	high = low
	if p.accept(",") {
		if strings.HasPrefix(p.rest, "}") {
			high = -1
		} else if high, ok = p.number(); !ok {
			return 0, 0, false
		} else if high < 0 {
			low = -1
		}
	}
	return low, high, p.accept("}")
}

func (p *parser) number() (n int, ok bool) {
	digits := 0
	for digits < len(p.rest) && '0' <= p.rest[digits] && p.rest[digits] <= '9' {
		if n < 1e8 {
			n = n*10 + int(p.rest[digits]-'0')
		}
		digits++
	}
	if digits == 0 || digits > 1 && p.rest[0] == '0' {
		return 0, false
	}
	p.rest = p.rest[digits:]
	if n >= 1e8 {
		n = -1
	}
	return n, true
}

// group parses a group; nil if it only sets flags.
func (p *parser) group(depth int) *Regexp {
	start := p.rest
	flags := p.flags
	p.rest = p.rest[1:]
	capture := 0
	name := ""
	switch {
	case p.flags&PerlX != 0 && strings.HasPrefix(p.rest, "?"):
		if strings.HasPrefix(p.rest, "?P<") && len(p.rest) > 3 || strings.HasPrefix(p.rest, "?<") && len(p.rest) > 2 {
			name = p.groupName(start)
			p.captures++
			capture = p.captures
		} else if p.groupFlags(start) {
			return nil
		}
	default:
		p.captures++
		capture = p.captures
	}
	re := p.alternation(depth + 1)
	if !p.accept(")") {
		p.fail(ErrMissingParen, p.whole)
	}
	p.flags = flags
	if capture == 0 {
		return re
	}
	group := &Regexp{Op: OpCapture, Flags: flags, Cap: capture, Name: name}
	group.Sub0[0] = re
	group.Sub = group.Sub0[:]
	return group
}

// groupName parses the name of a group that begins at start.
func (p *parser) groupName(start string) string {
	end := strings.IndexByte(start, '>')
	if end < 0 {
		if err := checkUTF8(start); err != nil {
			panic(err)
		}
		p.fail(ErrInvalidNamedCapture, start)
	}
	begin := strings.IndexByte(start, '<') + 1
	name := start[begin:end]
	if err := checkUTF8(name); err != nil {
		panic(err)
	}
	isValid := name != ""
	for _, c := range name {
		isValid = isValid && IsWordChar(c)
	}
	if !isValid {
		p.fail(ErrInvalidNamedCapture, start[:end+1])
	}
	p.rest = start[end+1:]
	return name
}

// groupFlags parses flags after "(?"; it reports whether the group ends with them.
func (p *parser) groupFlags(start string) bool {
	p.rest = p.rest[1:]
	flags, sign, any := p.flags, 1, false
	set := func(flag Flags, on bool) {
		any = true
		if on == (sign > 0) {
			flags |= flag
		} else {
			flags &^= flag
		}
	}
	for p.rest != "" {
		switch p.next() {
		case 'i':
			set(FoldCase, true)
		case 'm':
			set(OneLine, false)
		case 's':
			set(DotNL, true)
		case 'U':
			set(NonGreedy, true)
		case '-':
			if sign < 0 {
				p.fail(ErrInvalidPerlOp, p.taken(start))
			}
			sign, any = -1, false
		case ':', ')':
			if sign < 0 && !any {
				p.fail(ErrInvalidPerlOp, p.taken(start))
			}
			p.flags = flags
			return p.taken(start)[len(p.taken(start))-1] == ')'
		default:
			p.fail(ErrInvalidPerlOp, p.taken(start))
		}
	}
	p.fail(ErrInvalidPerlOp, start)
	return false
}

// escape parses what begins with a backslash outside of brackets.
func (p *parser) escape(parts []*Regexp) []*Regexp {
	if p.flags&PerlX != 0 && len(p.rest) >= 2 {
		op := Op(0)
		switch p.rest[1] {
		case 'A':
			op = OpBeginText
		case 'b':
			op = OpWordBoundary
		case 'B':
			op = OpNoWordBoundary
		case 'z':
			op = OpEndText
		case 'C':
			p.fail(ErrInvalidEscape, p.rest[:2])
		case 'Q':
			text, rest, _ := strings.Cut(p.rest[2:], `\E`)
			p.rest = text
			for p.rest != "" {
				parts = append(parts, p.literal(p.next()))
			}
			p.rest = rest
			return parts
		}
		if op != 0 {
			p.rest = p.rest[2:]
			return append(parts, p.op(op))
		}
	}
	if class, ok := p.classEscape(nil); ok {
		return append(parts, p.class(clean(class)))
	}
	return append(parts, p.literal(p.charEscape()))
}

// class makes a class of a clean list.
func (p *parser) class(class []rune) *Regexp {
	re := p.op(OpCharClass)
	switch {
	case len(class) == 2 && class[0] == 0 && class[1] == unicode.MaxRune:
		re.Op = OpAnyChar
	case len(class) == 4 && class[0] == 0 && class[1] == '\n'-1 && class[2] == '\n'+1 && class[3] == unicode.MaxRune:
		re.Op = OpAnyCharNotNL
	case len(class) == 2 && class[0] == class[1]:
		return &Regexp{Op: OpLiteral, Flags: p.flags &^ FoldCase, Rune: class[:1]}
	case len(class) == 4 && class[0] == class[1] && class[2] == class[3] &&
		unicode.SimpleFold(class[0]) == class[2] && unicode.SimpleFold(class[2]) == class[0]:
		return &Regexp{Op: OpLiteral, Flags: p.flags | FoldCase, Rune: class[:1]}
	default:
		re.Rune = class
	}
	return re
}

// classEscape parses \d, \pN and the like and adds their class.
func (p *parser) classEscape(class []rune) ([]rune, bool) {
	if len(p.rest) < 2 {
		return class, false
	}
	c := p.rest[1]
	if p.flags&PerlX != 0 {
		if pairs, ok := perlClasses[c|0x20]; ok {
			p.rest = p.rest[2:]
			return p.addNamed(class, pairs, c < 'a'), true
		}
	}
	if p.flags&UnicodeGroups == 0 || c != 'p' && c != 'P' {
		return class, false
	}
	start := p.rest
	negated := c == 'P'
	p.rest = p.rest[2:]
	name := ""
	if p.rest == "" {
		p.fail(ErrInvalidCharRange, start)
	}
	if p.rest[0] != '{' {
		name = string(p.next())
	} else {
		end := strings.IndexByte(p.rest, '}')
		if end < 0 {
			if err := checkUTF8(start); err != nil {
				panic(err)
			}
			p.fail(ErrInvalidCharRange, start)
		}
		name = p.rest[1:end]
		if err := checkUTF8(name); err != nil {
			panic(err)
		}
		p.rest = p.rest[end+1:]
	}
	if inner, ok := strings.CutPrefix(name, "^"); ok {
		negated = !negated
		name = inner
	}
	found, ok := unicodeClass(name, p.flags&FoldCase != 0)
	if !ok {
		p.fail(ErrInvalidCharRange, p.taken(start))
	}
	return addClass(class, found, negated), true
}

// addNamed adds a class that is written as pairs of bounds.
func (p *parser) addNamed(class []rune, pairs string, negated bool) []rune {
	var named []rune
	for i := 0; i < len(pairs); i += 2 {
		lo, hi := rune(pairs[i]), rune(pairs[i+1])
		if p.flags&FoldCase != 0 {
			named = addFolded(named, lo, hi)
		} else {
			named = addRange(named, lo, hi)
		}
	}
	return addClass(class, clean(named), negated)
}

// charEscape parses an escape that stands for a character.
func (p *parser) charEscape() rune {
	start := p.rest
	p.rest = p.rest[1:]
	if p.rest == "" {
		p.fail(ErrTrailingBackslash, "")
	}
	switch c := p.next(); c {
	case 'a':
		return '\a'
	case 'f':
		return '\f'
	case 'n':
		return '\n'
	case 'r':
		return '\r'
	case 't':
		return '\t'
	case 'v':
		return '\v'
	case 'x':
		if r, ok := p.hex(); ok {
			return r
		}
	default:
		isOctal := '0' <= c && c <= '7'
		if isOctal && (c == '0' || p.rest != "" && '0' <= p.rest[0] && p.rest[0] <= '7') {
			r := c - '0'
			for i := 1; i < 3 && p.rest != "" && '0' <= p.rest[0] && p.rest[0] <= '7'; i++ {
				r = r*8 + rune(p.rest[0]-'0')
				p.rest = p.rest[1:]
			}
			return r
		}
		if c < utf8.RuneSelf && (!IsWordChar(c) || c == '_') {
			return c
		}
	}
	p.fail(ErrInvalidEscape, p.taken(start))
	return 0
}

// hex parses what follows \x.
func (p *parser) hex() (rune, bool) {
	if p.rest == "" {
		return 0, false
	}
	c := p.next()
	if c == '{' {
		r, digits := rune(0), 0
		for p.rest != "" {
			c = p.next()
			if c == '}' {
				return r, digits > 0
			}
			v := hexValue(c)
			if v < 0 {
				return 0, false
			}
			if r = r*16 + v; r > unicode.MaxRune {
				return 0, false
			}
			digits++
		}
		return 0, false
	}
	if p.rest == "" {
		return 0, false
	}
	high, low := hexValue(c), hexValue(p.next())
	return high*16 + low, high >= 0 && low >= 0
}

func hexValue(c rune) rune {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10
	}
	return -1
}

// bracket parses a class in brackets.
func (p *parser) bracket() *Regexp {
	start := p.rest
	p.rest = p.rest[1:]
	negated := p.accept("^")
	var class []rune
	if negated && p.flags&ClassNL == 0 {
		class = addRange(class, '\n', '\n')
	}
	for first := true; p.rest == "" || p.rest[0] != ']' || first; first = false {
		if p.rest != "" && p.rest[0] == '-' && p.flags&PerlX == 0 && !first && (len(p.rest) == 1 || p.rest[1] != ']') {
			_, size := utf8.DecodeRuneInString(p.rest[1:])
			p.fail(ErrInvalidCharRange, p.rest[:1+size])
		}
		if end := strings.Index(p.rest, ":]"); strings.HasPrefix(p.rest, "[:") && end >= 2 {
			name := p.rest[2:end]
			inner, isNegated := strings.CutPrefix(name, "^")
			pairs, ok := namedClasses[inner]
			if !ok {
				p.fail(ErrInvalidCharRange, p.rest[:end+2])
			}
			p.rest = p.rest[end+2:]
			class = p.addNamed(class, pairs, isNegated)
			continue
		}
		if strings.HasPrefix(p.rest, `\`) {
			var ok bool
			if class, ok = p.classEscape(class); ok {
				continue
			}
		}
		from := p.rest
		lo := p.classChar(start)
		hi := lo
		if len(p.rest) >= 2 && p.rest[0] == '-' && p.rest[1] != ']' {
			p.rest = p.rest[1:]
			if hi = p.classChar(start); hi < lo {
				p.fail(ErrInvalidCharRange, p.taken(from))
			}
		}
		if p.flags&FoldCase != 0 {
			class = addFolded(class, lo, hi)
		} else {
			class = addRange(class, lo, hi)
		}
	}
	p.rest = p.rest[1:]
	class = clean(class)
	if negated {
		class = negate(class)
	}
	return p.class(class)
}

// classChar parses a character in brackets that began at start.
func (p *parser) classChar(start string) rune {
	if p.rest == "" {
		p.fail(ErrMissingBracket, start)
	}
	if p.rest[0] == '\\' {
		return p.charEscape()
	}
	return p.next()
}

func height(re *Regexp) int {
	h := 0
	for _, sub := range re.Sub {
		h = max(h, height(sub))
	}
	return 1 + h
}

// size returns about how many instructions re needs.
func size(re *Regexp) int {
	n := 1
	switch re.Op {
	case OpLiteral:
		n = len(re.Rune)
	case OpCapture, OpStar:
		n = 2 + size(re.Sub[0])
	case OpPlus, OpQuest:
		n = 1 + size(re.Sub[0])
	case OpRepeat:
		sub := size(re.Sub[0])
		switch {
		case re.Max == -1 && re.Min == 0:
			n = 2 + sub
		case re.Max == -1:
			n = 1 + re.Min*sub
		default:
			n = re.Max*sub + re.Max - re.Min
		}
	case OpConcat, OpAlternate:
		n = len(re.Sub) - 1
		for _, sub := range re.Sub {
			n += size(sub)
		}
	}
	return max(1, n)
}
