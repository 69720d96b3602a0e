package strings

import (
	"io"
	"sync"
)

// Replacer replaces several strings by others in one pass. Goroutines may share it.
type Replacer struct {
	pairs []string // old, new, old, new...
	once  sync.Once

	// byFirst has, for each first byte of an old string, the indices of those pairs, in order.
	byFirst [256][]int
	// empty is the index of the pair whose old string is empty, or -1.
	empty int
	// single: there is only one pair and its old string is not empty.
	single bool
}

// NewReplacer makes a Replacer of pairs of old and new strings. What was replaced is not looked at
// again; where several old strings fit, the one listed first is taken. It panics if the number of
// arguments is odd.
//
//	r := strings.NewReplacer("<", "&lt;", ">", "&gt;")
//	r.Replace("<b>") // "&lt;b&gt;"
func NewReplacer(oldnew ...string) *Replacer {
	if len(oldnew)%2 == 1 {
		panic("strings.NewReplacer: odd argument count")
	}
	return &Replacer{pairs: append([]string(nil), oldnew...)}
}

func (r *Replacer) build() {
	r.empty = -1
	r.single = len(r.pairs) == 2 && r.pairs[0] != ""
	for i := 0; i < len(r.pairs); i += 2 {
		if old := r.pairs[i]; old != "" {
			r.byFirst[old[0]] = append(r.byFirst[old[0]], i)
		} else if r.empty < 0 {
			r.empty = i
		}
	}
}

// match returns the index of the pair to use at the beginning of s, or -1; empty is the pair
// with the empty old string, if it may be used.
func (r *Replacer) match(s string, empty int) int {
	if s != "" {
		for _, i := range r.byFirst[s[0]] {
			if empty >= 0 && i > empty {
				break
			}
			if HasPrefix(s, r.pairs[i]) {
				return i
			}
		}
	}
	return empty
}

// Replace returns s with all replacements made.
func (r *Replacer) Replace(s string) string {
	r.once.Do(r.build)
	if r.single {
		return ReplaceAll(s, r.pairs[0], r.pairs[1])
	}
	var b Builder
	changed := false
	r.each(s, func(text string, replaced bool) error {
		changed = changed || replaced
		b.WriteString(text)
		return nil
	})
	if !changed {
		return s
	}
	return b.String()
}

// each calls f with the pieces of the result: parts of s and replacements.
func (r *Replacer) each(s string, f func(text string, replaced bool) error) error {
	done := 0 // what of s has been handed over
	empty := r.empty
	for i := 0; i <= len(s); {
		pair := r.match(s[i:], empty)
		empty = r.empty
		if pair < 0 {
			i++
			continue
		}
		if done < i {
			if err := f(s[done:i], false); err != nil {
				return err
			}
		}
		if err := f(r.pairs[pair+1], true); err != nil {
			return err
		}
		i += len(r.pairs[pair])
		done = i
		if pair == r.empty {
			empty = -1 // At this place only a longer old string may follow.
		}
	}
	if done < len(s) {
		return f(s[done:], false)
	}
	return nil
}

// WriteString writes s to w with all replacements made.
func (r *Replacer) WriteString(w io.Writer, s string) (n int, err error) {
	r.once.Do(r.build)
	err = r.each(s, func(text string, _ bool) error {
		m, err := io.WriteString(w, text)
		n += m
		return err
	})
	return n, err
}
