package syntax

import (
	"strconv"
	"strings"
	"unicode"
)

// Prog is a program that matches a regular expression: a machine that tries several instructions at
// once runs it.
type Prog struct {
	Inst   []Inst
	Start  int // where it begins
	NumCap int // number of positions that are captured, two a group
}

// InstOp is what an instruction does.
type InstOp uint8

// InstAlt and the others are what instructions do.
const (
	InstAlt          InstOp = iota // goes on at Out, or else at Arg
	InstAltMatch                   // is like InstAlt
	InstCapture                    // notes the position as number Arg
	InstEmptyWidth                 // goes on if the EmptyOp Arg holds
	InstMatch                      // succeeds
	InstFail                       // fails
	InstNop                        // goes on
	InstRune                       // reads a character in Rune
	InstRune1                      // reads the character Rune[0]
	InstRuneAny                    // reads any character
	InstRuneAnyNotNL               // reads any character but newline
)

var instNames = [...]string{"InstAlt", "InstAltMatch", "InstCapture", "InstEmptyWidth", "InstMatch", "InstFail", "InstNop", "InstRune", "InstRune1", "InstRuneAny", "InstRuneAnyNotNL"}

// String returns the name.
func (i InstOp) String() string {
	if int(i) < len(instNames) {
		return instNames[i]
	}
	return ""
}

// EmptyOp is a set of conditions on a position, not on characters.
type EmptyOp uint8

// EmptyBeginLine and the others are conditions, combined by |.
const (
	EmptyBeginLine EmptyOp = 1 << iota
	EmptyEndLine
	EmptyBeginText
	EmptyEndText
	EmptyWordBoundary
	EmptyNoWordBoundary
)

// EmptyOpContext returns the conditions that hold between two characters, where -1 stands for the
// beginning or the end of the text.
func EmptyOpContext(r1, r2 rune) EmptyOp {
	op := EmptyNoWordBoundary
	if IsWordChar(r1) != IsWordChar(r2) {
		op = EmptyWordBoundary
	}
	if r1 < 0 {
		op |= EmptyBeginText | EmptyBeginLine
	}
	if r1 == '\n' {
		op |= EmptyBeginLine
	}
	if r2 < 0 {
		op |= EmptyEndText | EmptyEndLine
	}
	if r2 == '\n' {
		op |= EmptyEndLine
	}
	return op
}

// IsWordChar reports whether r is a letter or digit of ASCII or an underscore.
func IsWordChar(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '_'
}

// Inst is an instruction.
type Inst struct {
	Op   InstOp
	Out  uint32 // the next one
	Arg  uint32 // of InstAlt, InstCapture, InstEmptyWidth; of InstRune whether any case does
	Rune []rune // one character, or pairs of bounds
}

// op is i.Op with all instructions that read a character being one.
func (i *Inst) op() InstOp {
	switch i.Op {
	case InstRune1, InstRuneAny, InstRuneAnyNotNL:
		return InstRune
	}
	return i.Op
}

// MatchRune reports whether an instruction that reads a character takes r.
func (i *Inst) MatchRune(r rune) bool { return i.MatchRunePos(r) >= 0 }

// MatchRunePos returns the number of the pair that r is in, or -1.
func (i *Inst) MatchRunePos(r rune) int {
	if len(i.Rune) == 1 {
		r0 := i.Rune[0]
		if r == r0 {
			return 0
		}
		if Flags(i.Arg)&FoldCase != 0 {
			for f := unicode.SimpleFold(r0); f != r0; f = unicode.SimpleFold(f) {
				if r == f {
					return 0
				}
			}
		}
		return -1
	}
	lo, hi := 0, len(i.Rune)/2
	for lo < hi {
		m := (lo + hi) / 2
		switch {
		case r < i.Rune[2*m]:
			hi = m
		case r > i.Rune[2*m+1]:
			lo = m + 1
		default:
			return m
		}
	}
	return -1
}

// MatchEmptyWidth reports whether the conditions of InstEmptyWidth hold between two characters, -1 for
// none.
func (i *Inst) MatchEmptyWidth(before rune, after rune) bool {
	want := EmptyOp(i.Arg)
	return EmptyOpContext(before, after)&want == want
}

// String returns the instruction as text.
func (i *Inst) String() string {
	out := " -> " + strconv.Itoa(int(i.Out))
	switch i.Op {
	case InstAlt, InstAltMatch:
		name := "alt"
		if i.Op == InstAltMatch {
			name = "altmatch"
		}
		return name + out + ", " + strconv.Itoa(int(i.Arg))
	case InstCapture:
		return "cap " + strconv.Itoa(int(i.Arg)) + out
	case InstEmptyWidth:
		return "empty " + strconv.Itoa(int(i.Arg)) + out
	case InstMatch:
		return "match"
	case InstFail:
		return "fail"
	case InstNop:
		return "nop" + out
	case InstRune:
		fold := ""
		if Flags(i.Arg)&FoldCase != 0 {
			fold = "/i"
		}
		return "rune " + strconv.QuoteToASCII(string(i.Rune)) + fold + out
	case InstRune1:
		return "rune1 " + strconv.QuoteToASCII(string(i.Rune)) + out
	case InstRuneAny:
		return "any" + out
	case InstRuneAnyNotNL:
		return "anynotnl" + out
	}
	return ""
}

// String returns the program as text, a line for each instruction.
func (p *Prog) String() string {
	var b strings.Builder
	for i := range p.Inst {
		number := strconv.Itoa(i)
		b.WriteString(strings.Repeat(" ", max(0, 3-len(number))) + number)
		if i == p.Start {
			b.WriteByte('*')
		}
		b.WriteString("\t" + p.Inst[i].String() + "\n")
	}
	return b.String()
}

// skipNop follows instructions that do nothing but go on, captures too.
func (p *Prog) skipNop(pc uint32) *Inst {
	i := &p.Inst[pc]
	for i.Op == InstNop || i.Op == InstCapture {
		i = &p.Inst[i.Out]
	}
	return i
}

// Prefix returns the text that every match begins with, and whether that is all of it.
func (p *Prog) Prefix() (prefix string, complete bool) {
	i := p.skipNop(uint32(p.Start))
	if i.op() != InstRune || len(i.Rune) != 1 {
		return "", i.Op == InstMatch
	}
	var b strings.Builder
	for i.op() == InstRune && len(i.Rune) == 1 && Flags(i.Arg)&FoldCase == 0 && i.Rune[0] != unicode.ReplacementChar {
		b.WriteRune(i.Rune[0])
		i = p.skipNop(i.Out)
	}
	return b.String(), i.Op == InstMatch
}

// StartCond returns the conditions that must hold where a match begins; all if nothing matches.
func (p *Prog) StartCond() EmptyOp {
	var cond EmptyOp
	i := &p.Inst[p.Start]
	for {
		switch i.Op {
		case InstEmptyWidth:
			cond |= EmptyOp(i.Arg)
		case InstFail:
			return ^EmptyOp(0)
		case InstCapture, InstNop:
		default:
			return cond
		}
		i = &p.Inst[i.Out]
	}
}
