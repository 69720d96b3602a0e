// Package regexp searches text by regular expressions, in time that grows only linearly with the text.
//
//	re := regexp.MustCompile(`(\w+)@(\w+)\.com`)
//	re.MatchString("write to ada@example.com")        // true
//	re.FindString("write to ada@example.com")         // "ada@example.com"
//	re.FindStringSubmatch("write to ada@example.com") // ["ada@example.com" "ada" "example"]
//	re.ReplaceAllString("ada@example.com", "$2: $1")  // "example: ada"
//
// For the syntax see package regexp/syntax; literals in backquotes spare doubling the backslashes.
//
// The sixteen methods for searching have names that tell what they do:
//
//	Find(All)?(String)?(Submatch)?(Index)?
//
// All: every match rather than the first, from left to right and without overlaps, at most n unless n
// is negative; String: in a string rather than in bytes; Submatch: also what the groups in parentheses
// matched, as elements 1 and on of a slice; Index: pairs of positions, -1 for a group without a match,
// rather than text. No match is nil, or "".
package regexp

import (
	"io"
	"regexp/syntax"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Regexp is a compiled regular expression. Goroutines may share it, except for Longest.
type Regexp struct {
	expr            string
	names           []string // of groups
	groups          int
	prog            []uint32 // for the natives
	numCap          int
	prefix          string // every match begins with it
	longest         bool
	literal         string // what LiteralPrefix returns
	literalComplete bool
}

// Compile compiles a regular expression. Of several matches at the same place the first is taken that
// a search from left to right would find, as in Perl. The error is a *syntax.Error.
func Compile(expr string) (*Regexp, error) { return compile(expr, syntax.Perl, false) }

// CompilePOSIX is Compile for the syntax of egrep: of several matches at the same place the longest is
// taken.
func CompilePOSIX(expr string) (*Regexp, error) { return compile(expr, syntax.POSIX, true) }

// MustCompile is Compile that panics if the expression is wrong, for variables of packages.
func MustCompile(str string) *Regexp {
	re, err := Compile(str)
	if err != nil {
		panic("regexp: Compile(" + quote(str) + "): " + err.Error())
	}
	return re
}

// MustCompilePOSIX is CompilePOSIX that panics if the expression is wrong.
func MustCompilePOSIX(str string) *Regexp {
	re, err := CompilePOSIX(str)
	if err != nil {
		panic("regexp: CompilePOSIX(" + quote(str) + "): " + err.Error())
	}
	return re
}

func quote(s string) string {
	if strconv.CanBackquote(s) {
		return "`" + s + "`"
	}
	return strconv.Quote(s)
}

// Flags of a program for the natives.
const (
	flagLongest  = 1
	flagAnchored = 2
)

func compile(expr string, mode syntax.Flags, longest bool) (*Regexp, error) {
	tree, err := syntax.Parse(expr, mode)
	if err != nil {
		return nil, err
	}
	groups, names := tree.MaxCap(), tree.CapNames()
	prog, err := syntax.Compile(tree.Simplify())
	if err != nil {
		return nil, err
	}
	re := &Regexp{expr: expr, names: names, groups: groups, numCap: prog.NumCap, longest: longest}
	re.prefix, re.literalComplete = prog.Prefix()
	re.literal = re.prefix
	isAnchored := prog.StartCond()&syntax.EmptyBeginText != 0
	if isAnchored {
		re.prefix = ""
		re.literal, re.literalComplete = anchoredPrefix(prog)
	}
	re.prog = encode(prog, longest, isAnchored)
	return re, nil
}

// anchoredPrefix returns the literal prefix of a program that begins with ^, if it has no choices.
func anchoredPrefix(prog *syntax.Prog) (prefix string, complete bool) {
	for _, inst := range prog.Inst {
		isEnd := inst.Op == syntax.InstEmptyWidth && syntax.EmptyOp(inst.Arg)&syntax.EmptyEndText != 0
		if inst.Op == syntax.InstAlt || inst.Op == syntax.InstEmptyWidth && !isEnd && prog.Inst[inst.Out].Op == syntax.InstMatch {
			return "", false
		}
	}
	inst := &prog.Inst[prog.Start]
	if inst.Op != syntax.InstEmptyWidth {
		return "", false
	}
	var text []rune
	for inst = &prog.Inst[inst.Out]; inst.Op == syntax.InstRune1 && inst.Rune[0] != unicode.ReplacementChar; inst = &prog.Inst[inst.Out] {
		text = append(text, inst.Rune[0])
	}
	complete = len(text) > 0 && inst.Op == syntax.InstEmptyWidth && syntax.EmptyOp(inst.Arg)&syntax.EmptyEndText != 0 &&
		prog.Inst[inst.Out].Op == syntax.InstMatch
	return string(text), complete
}

// encode writes a program for the natives, which say how.
func encode(prog *syntax.Prog, longest, isAnchored bool) []uint32 {
	flags := uint32(0)
	if longest {
		flags |= flagLongest
	}
	if isAnchored {
		flags |= flagAnchored
	}
	words := []uint32{uint32(len(prog.Inst)), uint32(prog.Start), uint32(prog.NumCap), flags}
	base := len(words) + 5*len(prog.Inst)
	var chars []uint32
	for _, inst := range prog.Inst {
		op, class := inst.Op, inst.Rune
		if op == syntax.InstRune && len(class) == 1 {
			class = cases(class[0])
		} else if op == syntax.InstRune1 {
			class = []rune{class[0], class[0]}
		}
		words = append(words, uint32(op), inst.Out, inst.Arg, uint32(base+len(chars)), uint32(len(class)))
		for _, c := range class {
			chars = append(chars, uint32(c))
		}
	}
	return append(words, chars...)
}

// cases returns the class of the characters that differ from r in case only.
func cases(r rune) []rune {
	all := []rune{r}
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		all = append(all, f)
	}
	slices.Sort(all)
	var class []rune
	for _, c := range all {
		class = append(class, c, c)
	}
	return class
}

// find and findString return the captured positions of the first match at or after a position, at most
// as many as wanted; nil for no match.
func find(prog []uint32, prefix string, text []byte, from, wanted int) []int
func findString(prog []uint32, prefix string, text string, from, wanted int) []int

func matches(prog []uint32, prefix string, text []byte) bool
func matchesString(prog []uint32, prefix string, text string) bool

// String returns the expression.
func (re *Regexp) String() string { return re.expr }

// Copy returns a copy of re. It was of use when goroutines could not share a Regexp.
func (re *Regexp) Copy() *Regexp {
	c := *re
	return &c
}

// Longest makes the longest of several matches at the same place be taken. It must not be called while
// other goroutines use re.
func (re *Regexp) Longest() {
	re.longest = true
	re.prog = slices.Clone(re.prog)
	re.prog[3] |= flagLongest
}

// NumSubexp returns the number of groups in parentheses.
func (re *Regexp) NumSubexp() int { return re.groups }

// SubexpNames returns the names of the groups: that of the first one is element 1; "" for none.
func (re *Regexp) SubexpNames() []string { return re.names }

// SubexpIndex returns the number of the group of that name, -1 if there is none.
//
//	re := regexp.MustCompile(`(?P<year>\d{4})-(?P<month>\d\d)`)
//	m := re.FindStringSubmatch("2026-11")
//	m[re.SubexpIndex("month")] // "11"
func (re *Regexp) SubexpIndex(name string) int {
	if name == "" {
		return -1
	}
	return slices.Index(re.names, name)
}

// LiteralPrefix returns text that every match begins with, and whether that is the whole expression.
func (re *Regexp) LiteralPrefix() (prefix string, complete bool) {
	return re.literal, re.literalComplete
}

// Match reports whether b has a match.
func (re *Regexp) Match(b []byte) bool { return matches(re.prog, re.prefix, b) }

// MatchString reports whether s has a match.
func (re *Regexp) MatchString(s string) bool { return matchesString(re.prog, re.prefix, s) }

// MatchReader reports whether the text that r gives has a match. It may read all of it.
func (re *Regexp) MatchReader(r io.RuneReader) bool { return re.Match(readAll(r)) }

// Match compiles pattern and reports whether b has a match.
func Match(pattern string, b []byte) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.Match(b), nil
}

// MatchString compiles pattern and reports whether s has a match. To search more than once, compile it
// once.
func MatchString(pattern string, s string) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.MatchString(s), nil
}

// MatchReader compiles pattern and reports whether the text that r gives has a match.
func MatchReader(pattern string, r io.RuneReader) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.MatchReader(r), nil
}

// readAll returns all text of r; an invalid byte stays one.
func readAll(r io.RuneReader) []byte {
	var text []byte
	for {
		c, size, err := r.ReadRune()
		if err != nil {
			return text
		}
		if c == utf8.RuneError && size == 1 {
			text = append(text, 0xFF)
		} else {
			text = utf8.AppendRune(text, c)
		}
	}
}

// input is text in one of the two forms.
type input struct {
	bytes  []byte
	text   string
	isText bool
}

func (in input) len() int {
	if in.isText {
		return len(in.text)
	}
	return len(in.bytes)
}

func (re *Regexp) find(in input, from, wanted int) []int {
	if in.isText {
		return findString(re.prog, re.prefix, in.text, from, wanted)
	}
	return find(re.prog, re.prefix, in.bytes, from, wanted)
}

// runeLen returns the number of bytes of the character at a position, 1 at the end.
func (in input) runeLen(at int) int {
	size := 0
	if in.isText {
		_, size = utf8.DecodeRuneInString(in.text[at:])
	} else {
		_, size = utf8.DecodeRune(in.bytes[at:])
	}
	return max(size, 1)
}

// all calls f with the positions of each match, at most n, all if n < 0.
func (re *Regexp) all(in input, n, wanted int, f func(m []int)) {
	if n < 0 {
		n = in.len() + 1
	}
	end := -1 // of the match before
	for at := 0; n > 0 && at <= in.len(); {
		m := re.find(in, at, wanted)
		if m == nil {
			return
		}
		isEmpty := m[1] == m[0]
		if m[1] == at {
			// Nothing was read: go on, and don't take an empty match next to another one.
			at += in.runeLen(at)
		} else {
			at = m[1]
		}
		if !isEmpty || m[0] != end {
			f(re.padded(m, wanted))
			n--
		}
		end = m[1]
	}
}

// padded returns positions for all groups.
func (re *Regexp) padded(m []int, wanted int) []int {
	if m == nil {
		return nil
	}
	for len(m) < wanted {
		m = append(m, -1)
	}
	return m
}

func (re *Regexp) slots() int { return 2 * (re.groups + 1) }

func (re *Regexp) submatch(in input) []int { return re.padded(re.find(in, 0, re.slots()), re.slots()) }

// FindIndex returns where the first match begins and ends; nil if there is none.
func (re *Regexp) FindIndex(b []byte) (loc []int) { return re.find(input{bytes: b}, 0, 2) }

// FindStringIndex returns where the first match begins and ends: s[loc[0]:loc[1]]; nil if there is
// none.
func (re *Regexp) FindStringIndex(s string) (loc []int) {
	return re.find(input{text: s, isText: true}, 0, 2)
}

// FindReaderIndex returns where the first match in the text of r begins and ends, in bytes; nil if
// there is none. It may read all of the text.
func (re *Regexp) FindReaderIndex(r io.RuneReader) (loc []int) {
	return re.FindIndex(readAll(r))
}

// FindSubmatchIndex returns where the first match and its groups begin and end; nil if there is none.
func (re *Regexp) FindSubmatchIndex(b []byte) []int { return re.submatch(input{bytes: b}) }

// FindStringSubmatchIndex returns where the first match and its groups begin and end; nil if there is
// none.
func (re *Regexp) FindStringSubmatchIndex(s string) []int {
	return re.submatch(input{text: s, isText: true})
}

// FindReaderSubmatchIndex is FindSubmatchIndex in the text of r. It may read all of it.
func (re *Regexp) FindReaderSubmatchIndex(r io.RuneReader) []int {
	return re.FindSubmatchIndex(readAll(r))
}

// part returns b[from:to] that does not grow into b; nil for no positions.
func part(b []byte, from, to int) []byte {
	if from < 0 {
		return nil
	}
	return b[from:to:to]
}

func parts(b []byte, m []int) [][]byte {
	if m == nil {
		return nil
	}
	found := make([][]byte, len(m)/2)
	for i := range found {
		found[i] = part(b, m[2*i], m[2*i+1])
	}
	return found
}

func stringParts(s string, m []int) []string {
	if m == nil {
		return nil
	}
	found := make([]string, len(m)/2)
	for i := range found {
		if m[2*i] >= 0 {
			found[i] = s[m[2*i]:m[2*i+1]]
		}
	}
	return found
}

// Find returns the first match, nil if there is none.
func (re *Regexp) Find(b []byte) []byte {
	m := re.FindIndex(b)
	if m == nil {
		return nil
	}
	return part(b, m[0], m[1])
}

// FindString returns the first match, "" if there is none or it is empty.
func (re *Regexp) FindString(s string) string {
	m := re.FindStringIndex(s)
	if m == nil {
		return ""
	}
	return s[m[0]:m[1]]
}

// FindSubmatch returns the first match and what its groups matched; nil if there is none.
func (re *Regexp) FindSubmatch(b []byte) [][]byte { return parts(b, re.FindSubmatchIndex(b)) }

// FindStringSubmatch returns the first match and what its groups matched; nil if there is none.
func (re *Regexp) FindStringSubmatch(s string) []string {
	return stringParts(s, re.FindStringSubmatchIndex(s))
}

// FindAll returns the matches, at most n unless it is negative; nil if there are none.
func (re *Regexp) FindAll(b []byte, n int) [][]byte {
	var found [][]byte
	re.all(input{bytes: b}, n, 2, func(m []int) { found = append(found, part(b, m[0], m[1])) })
	return found
}

// FindAllIndex returns where the matches begin and end, at most n unless it is negative; nil if there
// are none.
func (re *Regexp) FindAllIndex(b []byte, n int) [][]int {
	var found [][]int
	re.all(input{bytes: b}, n, 2, func(m []int) { found = append(found, m) })
	return found
}

// FindAllString returns the matches, at most n unless it is negative; nil if there are none.
func (re *Regexp) FindAllString(s string, n int) []string {
	var found []string
	re.all(input{text: s, isText: true}, n, 2, func(m []int) { found = append(found, s[m[0]:m[1]]) })
	return found
}

// FindAllStringIndex returns where the matches begin and end, at most n unless it is negative; nil if
// there are none.
func (re *Regexp) FindAllStringIndex(s string, n int) [][]int {
	var found [][]int
	re.all(input{text: s, isText: true}, n, 2, func(m []int) { found = append(found, m) })
	return found
}

// FindAllSubmatch returns the matches with what their groups matched, at most n unless it is negative;
// nil if there are none.
func (re *Regexp) FindAllSubmatch(b []byte, n int) [][][]byte {
	var found [][][]byte
	re.all(input{bytes: b}, n, re.slots(), func(m []int) { found = append(found, parts(b, m)) })
	return found
}

// FindAllSubmatchIndex returns where the matches and their groups begin and end, at most n unless it is
// negative; nil if there are none.
func (re *Regexp) FindAllSubmatchIndex(b []byte, n int) [][]int {
	var found [][]int
	re.all(input{bytes: b}, n, re.slots(), func(m []int) { found = append(found, m) })
	return found
}

// FindAllStringSubmatch returns the matches with what their groups matched, at most n unless it is
// negative; nil if there are none.
func (re *Regexp) FindAllStringSubmatch(s string, n int) [][]string {
	var found [][]string
	re.all(input{text: s, isText: true}, n, re.slots(), func(m []int) { found = append(found, stringParts(s, m)) })
	return found
}

// FindAllStringSubmatchIndex returns where the matches and their groups begin and end, at most n unless
// it is negative; nil if there are none.
func (re *Regexp) FindAllStringSubmatchIndex(s string, n int) [][]int {
	var found [][]int
	re.all(input{text: s, isText: true}, n, re.slots(), func(m []int) { found = append(found, m) })
	return found
}

// Split cuts s at the matches and returns the pieces between, at most n with the rest in the last one,
// all if n is negative; nil if it is 0.
//
//	regexp.MustCompile(`\s*,\s*`).Split("a , b,c", -1) // ["a" "b" "c"]
func (re *Regexp) Split(s string, n int) []string {
	if n == 0 {
		return nil
	}
	if re.expr != "" && s == "" {
		return []string{""}
	}
	pieces := []string{}
	from, end := 0, 0
	for _, m := range re.FindAllStringIndex(s, n) {
		if n > 0 && len(pieces) == n-1 {
			break
		}
		end = m[0]
		if m[1] != 0 {
			pieces = append(pieces, s[from:end])
		}
		from = m[1]
	}
	if end != len(s) {
		pieces = append(pieces, s[from:])
	}
	return pieces
}

// QuoteMeta returns an expression that matches just s.
func QuoteMeta(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if strings.IndexByte(`\.+*?()|[]{}^$`, s[i]) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// AppendText appends the expression to b.
func (re *Regexp) AppendText(b []byte) ([]byte, error) { return append(b, re.expr...), nil }

// MarshalText returns the expression.
func (re *Regexp) MarshalText() ([]byte, error) { return re.AppendText(nil) }

// UnmarshalText sets re to the compiled expression.
func (re *Regexp) UnmarshalText(text []byte) error {
	compiled, err := Compile(string(text))
	if err != nil {
		return err
	}
	*re = *compiled
	return nil
}
