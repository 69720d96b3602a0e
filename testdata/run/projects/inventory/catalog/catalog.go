// Package catalog knows the products.
package catalog

import (
	"cmp"
	"example.com/inventory/internal/event"
	"example.com/money"
	"slices"
)

var _ = event.Note("catalog")

type SKU string

// An Item is what can be sold. Its id is unexported, as in other packages' types.
type Item struct {
	id    int
	SKU   SKU
	Name  string
	Price money.Amount
	Tags  []string
}

func (i Item) ID() int             { return i.id }
func (i Item) Cost() money.Amount  { return i.Price }
func (i *Item) rename(name string) { i.Name = name }

type Table[K cmp.Ordered, V any] struct {
	rows map[K]V
	keys []K
}

// Index is an alias across packages.
type Index = Table[SKU, *Item]

func (t *Table[K, V]) Put(k K, v V) {
	if t.rows == nil {
		t.rows = map[K]V{}
	}
	if _, ok := t.rows[k]; !ok {
		at, _ := slices.BinarySearch(t.keys, k)
		t.keys = slices.Insert(t.keys, at, k)
	}
	t.rows[k] = v
}

func (t *Table[K, V]) Get(k K) (V, bool) { v, ok := t.rows[k]; return v, ok }
func (t *Table[K, V]) Len() int          { return len(t.keys) }

func (t *Table[K, V]) Each(f func(K, V)) {
	for _, k := range t.keys {
		f(k, t.rows[k])
	}
}

var next = 100

func New(sku SKU, name string, price money.Amount, tags ...string) *Item {
	next++
	return &Item{next, sku, name, price, tags}
}

func Rename(i *Item, name string) { i.rename(name) }

// Anonymous returns a struct with an unexported field of this package.
func Anonymous() any { return struct{ x int }{1} }

type Renamer interface{ rename(string) }
