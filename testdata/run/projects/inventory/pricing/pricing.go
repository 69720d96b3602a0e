package pricing

import (
	"example.com/inventory/catalog"
	"example.com/inventory/internal/event"
	"example.com/money"
	"fmt"
)

var order = event.Note("pricing")

// A Rule changes a price.
type Rule interface {
	Apply(*catalog.Item, int) money.Amount
}

type RuleFunc func(*catalog.Item, int) money.Amount

func (f RuleFunc) Apply(i *catalog.Item, n int) money.Amount { return f(i, n) }

type flat struct{}

func (flat) Apply(i *catalog.Item, n int) money.Amount { return i.Cost().Times(n) }

type Bulk struct {
	Rule
	Min, Off int
}

func (b Bulk) Apply(i *catalog.Item, n int) money.Amount {
	full := b.Rule.Apply(i, n)
	if n < b.Min {
		return full
	}
	return full.Percent(100 - b.Off)
}

type Logged struct {
	*Bulk
	Log *[]string
}

func (l Logged) Apply(i *catalog.Item, n int) money.Amount {
	a := l.Bulk.Apply(i, n)
	*l.Log = append(*l.Log, fmt.Sprintf("%s x%d = %v", i.SKU, n, a))
	return a
}

var Flat Rule = flat{}

type Amounts interface{ ~[]money.Amount }

// Sum adds up; it is generic over named slices of another module's type.
func Sum[S Amounts](s S) (total money.Amount, err error) {
	for _, a := range s {
		if total, err = total.Add(a); err != nil {
			return money.Amount{}, fmt.Errorf("sum of %d: %w", len(s), err)
		}
	}
	return
}

// same has the field name of catalog's struct, but it is this package's.
func Anonymous() any { return struct{ x int }{1} }
