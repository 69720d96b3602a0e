package syntax

// Simplify returns an expression that means the same, without OpRepeat. It may share parts with re.
func (re *Regexp) Simplify() *Regexp {
	if re == nil {
		return nil
	}
	switch re.Op {
	case OpCapture, OpConcat, OpAlternate:
		subs := make([]*Regexp, len(re.Sub))
		changed := false
		for i, sub := range re.Sub {
			subs[i] = sub.Simplify()
			changed = changed || subs[i] != sub
		}
		if !changed {
			return re
		}
		simple := *re
		simple.Sub = subs
		return &simple
	case OpStar, OpPlus, OpQuest:
		return simpleRepeat(re.Op, re.Flags, re.Sub[0].Simplify(), re)
	case OpRepeat:
		return expand(re)
	}
	return re
}

// simpleRepeat makes x*, x+ or x?, which is re if that is already one of x.
func simpleRepeat(op Op, flags Flags, sub, re *Regexp) *Regexp {
	if sub.Op == OpEmptyMatch {
		return sub
	}
	if op == sub.Op && flags&NonGreedy == sub.Flags&NonGreedy {
		return sub
	}
	if re != nil && re.Op == op && re.Flags&NonGreedy == flags&NonGreedy && re.Sub[0] == sub {
		return re
	}
	re = &Regexp{Op: op, Flags: flags}
	re.Sub0[0] = sub
	re.Sub = re.Sub0[:]
	return re
}

// expand writes x{n,m} as xx...(x(x)?)?.
func expand(re *Regexp) *Regexp {
	if re.Min == 0 && re.Max == 0 {
		return &Regexp{Op: OpEmptyMatch}
	}
	sub := re.Sub[0].Simplify()
	if re.Max == -1 {
		switch re.Min {
		case 0:
			return simpleRepeat(OpStar, re.Flags, sub, nil)
		case 1:
			return simpleRepeat(OpPlus, re.Flags, sub, nil)
		}
		all := &Regexp{Op: OpConcat}
		for range re.Min - 1 {
			all.Sub = append(all.Sub, sub)
		}
		all.Sub = append(all.Sub, simpleRepeat(OpPlus, re.Flags, sub, nil))
		return all
	}
	if re.Min == 1 && re.Max == 1 {
		return sub
	}
	all := &Regexp{Op: OpConcat}
	for range re.Min {
		all.Sub = append(all.Sub, sub)
	}
	if re.Max > re.Min {
		optional := simpleRepeat(OpQuest, re.Flags, sub, nil)
		for range re.Max - re.Min - 1 {
			optional = simpleRepeat(OpQuest, re.Flags, &Regexp{Op: OpConcat, Sub: []*Regexp{sub, optional}}, nil)
		}
		if len(all.Sub) == 0 {
			return optional
		}
		all.Sub = append(all.Sub, optional)
	}
	return all
}
