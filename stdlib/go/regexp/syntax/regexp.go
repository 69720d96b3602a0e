// Package syntax parses regular expressions and compiles them to programs. Most programs want package
// regexp, whose syntax it is:
//
//	x        the character x               .        any character, but for newline without flag s
//	[xyz]    one of them                   [^xyz]   any other one
//	[a-z]    a range                       [[:alpha:]] [[:^alpha:]]   a class by its name, in brackets
//	\d \s \w digit, space, word character  \D \S \W any other one
//	\pN \p{Greek}  a class of Unicode      \PN \P{Greek}   any other one
//
//	xy       x, then y                     x|y      x or else y
//	x* x+ x?   any number, one or more, none or one: as many as possible
//	x{n,m} x{n,} x{n}   n to m, n or more, exactly n (at most 1000): as many as possible
//	x*? x+? x?? x{n,m}? and so on: as few as possible
//
//	(re)     a group that is captured      (?P<name>re) (?<name>re)   one with a name
//	(?:re)   a group that is not           (?flags) (?flags:re)   sets flags, here or in the group
//	flags: i any case, m ^ and $ at lines, s . for newlines too, U exchanges x* and x*?; -i unsets
//
//	^ $      beginning and end of the text, of a line with flag m
//	\A \z    beginning and end of the text
//	\b \B    at the border of a word of ASCII, and not at one
//
//	\a \f \t \n \r \v \123 \x7F \x{10FFFF}   characters
//	\Q...\E  the text as it stands         \* and so on   punctuation as it stands
package syntax

// Regexp is a regular expression as a tree.
type Regexp struct {
	Op       Op
	Flags    Flags
	Sub      []*Regexp  // the parts
	Sub0     [1]*Regexp // memory for a single part
	Rune     []rune     // characters of a literal, pairs of bounds of a class
	Rune0    [2]rune    // memory for few characters
	Min, Max int        // of OpRepeat; Max is -1 if there is no limit
	Cap      int        // number of a captured group
	Name     string     // name of a captured group
}

// Op is what a Regexp consists of.
type Op uint8

// OpNoMatch and the others are the kinds of a Regexp.
const (
	OpNoMatch        Op = 1 + iota // matches nothing
	OpEmptyMatch                   // matches the empty text
	OpLiteral                      // matches the characters
	OpCharClass                    // matches a character in one of the ranges
	OpAnyCharNotNL                 // matches a character but newline
	OpAnyChar                      // matches a character
	OpBeginLine                    // beginning of a line
	OpEndLine                      // end of a line
	OpBeginText                    // beginning of the text
	OpEndText                      // end of the text
	OpWordBoundary                 // \b
	OpNoWordBoundary               // \B
	OpCapture                      // a captured group
	OpStar                         // x*
	OpPlus                         // x+
	OpQuest                        // x?
	OpRepeat                       // x{n,m}
	OpConcat                       // one after the other
	OpAlternate                    // one or else the other
)

var opNames = [...]string{"", "NoMatch", "EmptyMatch", "Literal", "CharClass", "AnyCharNotNL", "AnyChar", "BeginLine", "EndLine", "BeginText", "EndText",
	"WordBoundary", "NoWordBoundary", "Capture", "Star", "Plus", "Quest", "Repeat", "Concat", "Alternate"}

// String returns the name.
func (i Op) String() string {
	if i > 0 && int(i) < len(opNames) {
		return opNames[i]
	}
	return "Op(" + itoa(int(i)) + ")"
}

// Flags say how an expression is read.
type Flags uint16

// FoldCase and the others are flags of Parse, combined by |.
const (
	FoldCase      Flags = 1 << iota // any case
	Literal                         // the text stands for itself
	ClassNL                         // [^a] and [[:space:]] and the like match newline
	DotNL                           // . matches newline
	OneLine                         // ^ and $ only at the ends of the text
	NonGreedy                       // x* takes as little as possible, x*? as much
	PerlX                           // Perl's extensions: \d, (?:x), x*? and so on
	UnicodeGroups                   // \pN
	WasDollar                       // of OpEndText: it was written $
	Simple                          // the expression has no OpRepeat

	MatchNL = ClassNL | DotNL

	Perl        = ClassNL | OneLine | PerlX | UnicodeGroups // what package regexp takes
	POSIX Flags = 0                                         // what egrep takes
)

// ErrorCode tells what is wrong with an expression.
type ErrorCode string

// ErrInternalError and the others are what can be wrong.
const (
	ErrInternalError         ErrorCode = "regexp/syntax: internal error"
	ErrInvalidCharClass      ErrorCode = "invalid character class"
	ErrInvalidCharRange      ErrorCode = "invalid character class range"
	ErrInvalidEscape         ErrorCode = "invalid escape sequence"
	ErrInvalidNamedCapture   ErrorCode = "invalid named capture"
	ErrInvalidPerlOp         ErrorCode = "invalid or unsupported Perl syntax"
	ErrInvalidRepeatOp       ErrorCode = "invalid nested repetition operator"
	ErrInvalidRepeatSize     ErrorCode = "invalid repeat count"
	ErrInvalidUTF8           ErrorCode = "invalid UTF-8"
	ErrMissingBracket        ErrorCode = "missing closing ]"
	ErrMissingParen          ErrorCode = "missing closing )"
	ErrMissingRepeatArgument ErrorCode = "missing argument to repetition operator"
	ErrTrailingBackslash     ErrorCode = "trailing backslash at end of expression"
	ErrUnexpectedParen       ErrorCode = "unexpected )"
	ErrNestingDepth          ErrorCode = "expression nests too deeply"
	ErrLarge                 ErrorCode = "expression too large"
)

// String returns the text.
func (e ErrorCode) String() string { return string(e) }

// Error says what is wrong with an expression.
type Error struct {
	Code ErrorCode
	Expr string // the part that is wrong
}

// Error returns both in one line.
func (e *Error) Error() string {
	return "error parsing regexp: " + e.Code.String() + ": `" + e.Expr + "`"
}

// Equal reports whether x and y are the same tree.
func (x *Regexp) Equal(y *Regexp) bool {
	if x == nil || y == nil {
		return x == y
	}
	if x.Op != y.Op || len(x.Sub) != len(y.Sub) || string(x.Rune) != string(y.Rune) {
		return false
	}
	switch x.Op {
	case OpEndText:
		if x.Flags&WasDollar != y.Flags&WasDollar {
			return false
		}
	case OpStar, OpPlus, OpQuest, OpRepeat:
		if x.Flags&NonGreedy != y.Flags&NonGreedy || x.Min != y.Min || x.Max != y.Max {
			return false
		}
	case OpLiteral:
		if x.Flags&FoldCase != y.Flags&FoldCase {
			return false
		}
	case OpCapture:
		if x.Cap != y.Cap || x.Name != y.Name {
			return false
		}
	}
	for i, sub := range x.Sub {
		if !sub.Equal(y.Sub[i]) {
			return false
		}
	}
	return true
}

// MaxCap returns the greatest number of a captured group.
func (re *Regexp) MaxCap() int {
	m := 0
	if re.Op == OpCapture {
		m = re.Cap
	}
	for _, sub := range re.Sub {
		m = max(m, sub.MaxCap())
	}
	return m
}

// CapNames returns the names of the captured groups by their numbers; "" for those without, and for
// the whole expression, which has number 0.
func (re *Regexp) CapNames() []string {
	names := make([]string, re.MaxCap()+1)
	re.nameCaptures(names)
	return names
}

func (re *Regexp) nameCaptures(names []string) {
	if re.Op == OpCapture {
		names[re.Cap] = re.Name
	}
	for _, sub := range re.Sub {
		sub.nameCaptures(names)
	}
}

func itoa(n int) string {
	if n < 0 {
		return "-" + itoa(-n)
	}
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}
