package rules

import (
	_ "embed"
	. "example.com/inventory/catalog"
	p "example.com/inventory/pricing"
	money2 "example.com/money"
	"strconv"
	"strings"
)

//go:embed rules.txt
var source string

// Named holds rules by tag: a table of another package with an interface of a third.
var Named = parse(source)

func parse(text string) *Table[string, p.Rule] {
	t := new(Table[string, p.Rule])
	for line := range strings.Lines(text) {
		name, rest, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		f := strings.Fields(rest)
		min, _ := strconv.Atoi(f[0])
		off, _ := strconv.Atoi(f[1])
		t.Put(name, p.Bulk{p.Flat, min, off})
	}
	t.Put("free", p.RuleFunc(func(*Item, int) money2.Amount { return money2.Amount{} }))
	return t
}
