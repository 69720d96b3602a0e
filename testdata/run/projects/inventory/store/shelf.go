package store

import (
	"fmt"

	"example.com/inventory/catalog"
	"example.com/inventory/internal/event"
)

var limits = map[string]int{"box": boxLimit()}

func boxLimit() int { event.Note("store limits"); return 50 }

type Shelf struct {
	Name  string
	owner *Store
	stock map[catalog.SKU]int
}

type Move struct {
	event.Base
	Shelf string
	Item  *catalog.Item
	N     int
}

func (m Move) Kind() string { return "move" }

func (m Move) String() string { return fmt.Sprintf("#%d %s %+d %s", m.Seq, m.Shelf, m.N, m.Item.Name) }

func (sh *Shelf) move(i *catalog.Item, n int) error {
	if limit, ok := limits[sh.Name]; ok && sh.stock[i.SKU]+n > limit {
		return fmt.Errorf("shelf %q: %w", sh.Name, &FullError{limit})
	}
	sh.stock[i.SKU] += n
	seq := 0
	for range sh.owner.Moves.All() {
		seq++
	}
	sh.owner.Moves.Publish(Move{event.Base{Seq: seq}, sh.Name, i, n})
	return nil
}

type (
	UnknownError string
	FullError    struct{ Limit int }
	ShortError   struct {
		catalog.SKU
		Missing int
	}
)

func (e UnknownError) Error() string { return "unknown " + string(e) }
func (e *FullError) Error() string   { return fmt.Sprintf("full at %d", e.Limit) }
func (e *ShortError) Error() string  { return fmt.Sprintf("short of %d %s", e.Missing, e.SKU) }
