package syntax

import "unicode"

// Compile makes the program of an expression, which must have been simplified.
func Compile(re *Regexp) (*Prog, error) {
	c := compiler{prog: &Prog{NumCap: 2}}
	c.inst(InstFail)
	whole := c.compile(re)
	match := c.inst(InstMatch)
	c.patch(whole.outs, match)
	c.prog.Start = int(whole.start)
	return c.prog, nil
}

type compiler struct{ prog *Prog }

// fragment is a part of the program whose ends lead nowhere yet.
type fragment struct {
	start    uint32
	outs     []uint32 // ends: twice the instruction, plus one for its Arg
	canEmpty bool     // it may match the empty text
}

func (c *compiler) inst(op InstOp) uint32 {
	c.prog.Inst = append(c.prog.Inst, Inst{Op: op})
	return uint32(len(c.prog.Inst) - 1)
}

// patch lets ends lead to an instruction.
func (c *compiler) patch(outs []uint32, to uint32) {
	for _, out := range outs {
		i := &c.prog.Inst[out>>1]
		if out&1 == 0 {
			i.Out = to
		} else {
			i.Arg = to
		}
	}
}

func (c *compiler) compile(re *Regexp) fragment {
	switch re.Op {
	case OpEmptyMatch:
		return c.nop()
	case OpLiteral:
		if len(re.Rune) == 0 {
			return c.nop()
		}
		all := c.runes(re.Rune[:1], re.Flags)
		for i := 1; i < len(re.Rune); i++ {
			all = c.concat(all, c.runes(re.Rune[i:i+1], re.Flags))
		}
		return all
	case OpCharClass:
		return c.runes(re.Rune, re.Flags)
	case OpAnyCharNotNL:
		f := c.runes([]rune{0, '\n' - 1, '\n' + 1, unicode.MaxRune}, 0)
		c.prog.Inst[f.start].Op = InstRuneAnyNotNL
		return f
	case OpAnyChar:
		f := c.runes([]rune{0, unicode.MaxRune}, 0)
		c.prog.Inst[f.start].Op = InstRuneAny
		return f
	case OpBeginLine:
		return c.empty(EmptyBeginLine)
	case OpEndLine:
		return c.empty(EmptyEndLine)
	case OpBeginText:
		return c.empty(EmptyBeginText)
	case OpEndText:
		return c.empty(EmptyEndText)
	case OpWordBoundary:
		return c.empty(EmptyWordBoundary)
	case OpNoWordBoundary:
		return c.empty(EmptyNoWordBoundary)
	case OpCapture:
		begin := c.capture(uint32(re.Cap << 1))
		sub := c.compile(re.Sub[0])
		end := c.capture(uint32(re.Cap<<1 | 1))
		return c.concat(c.concat(begin, sub), end)
	case OpStar:
		return c.star(c.compile(re.Sub[0]), re.Flags&NonGreedy != 0)
	case OpPlus:
		return c.plus(c.compile(re.Sub[0]), re.Flags&NonGreedy != 0)
	case OpQuest:
		return c.quest(c.compile(re.Sub[0]), re.Flags&NonGreedy != 0)
	case OpConcat:
		all := c.compile(re.Sub[0])
		for _, sub := range re.Sub[1:] {
			all = c.concat(all, c.compile(sub))
		}
		return all
	case OpAlternate:
		all := c.compile(re.Sub[0])
		for _, sub := range re.Sub[1:] {
			all = c.alternate(all, c.compile(sub))
		}
		return all
	}
	return fragment{} // OpNoMatch
}

func (c *compiler) nop() fragment {
	i := c.inst(InstNop)
	return fragment{i, []uint32{i << 1}, true}
}

func (c *compiler) empty(op EmptyOp) fragment {
	i := c.inst(InstEmptyWidth)
	c.prog.Inst[i].Arg = uint32(op)
	return fragment{i, []uint32{i << 1}, true}
}

func (c *compiler) capture(number uint32) fragment {
	i := c.inst(InstCapture)
	c.prog.Inst[i].Arg = number
	c.prog.NumCap = max(c.prog.NumCap, int(number)+1)
	return fragment{i, []uint32{i << 1}, true}
}

func (c *compiler) runes(class []rune, flags Flags) fragment {
	i := c.inst(InstRune)
	inst := &c.prog.Inst[i]
	inst.Rune = class
	if len(class) == 1 {
		if flags&FoldCase != 0 && unicode.SimpleFold(class[0]) != class[0] {
			inst.Arg = uint32(FoldCase)
		} else {
			inst.Op = InstRune1
		}
	}
	return fragment{i, []uint32{i << 1}, false}
}

func (c *compiler) concat(a, b fragment) fragment {
	if a.start == 0 || b.start == 0 {
		return fragment{} // one of them never matches
	}
	c.patch(a.outs, b.start)
	return fragment{a.start, b.outs, a.canEmpty && b.canEmpty}
}

func (c *compiler) alternate(a, b fragment) fragment {
	if a.start == 0 {
		return b
	}
	if b.start == 0 {
		return a
	}
	i := c.inst(InstAlt)
	inst := &c.prog.Inst[i]
	inst.Out, inst.Arg = a.start, b.start
	return fragment{i, append(a.outs, b.outs...), a.canEmpty || b.canEmpty}
}

// choice makes an instruction that goes to f, or past it if that is better.
func (c *compiler) choice(f fragment, isLazy bool) (i, exit uint32) {
	i = c.inst(InstAlt)
	if isLazy {
		c.prog.Inst[i].Arg = f.start
		return i, i << 1
	}
	c.prog.Inst[i].Out = f.start
	return i, i<<1 | 1
}

func (c *compiler) quest(f fragment, isLazy bool) fragment {
	if f.start == 0 {
		return c.nop()
	}
	i, exit := c.choice(f, isLazy)
	return fragment{i, append(f.outs, exit), true}
}

func (c *compiler) plus(f fragment, isLazy bool) fragment {
	if f.start == 0 {
		return f
	}
	i, exit := c.choice(f, isLazy)
	c.patch(f.outs, i)
	return fragment{f.start, []uint32{exit}, f.canEmpty}
}

func (c *compiler) star(f fragment, isLazy bool) fragment {
	if f.start == 0 {
		return c.nop()
	}
	if f.canEmpty {
		// (f+)?, so that a pass without text doesn't count as one that was not made
		return c.quest(c.plus(f, isLazy), isLazy)
	}
	i, exit := c.choice(f, isLazy)
	c.patch(f.outs, i)
	return fragment{i, []uint32{exit}, true}
}
