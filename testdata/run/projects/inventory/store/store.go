// Package store keeps the stock. Its types are spread over two files and need each other.
package store

import (
	"fmt"
	"sort"
	"sync"

	"example.com/inventory/catalog"
	"example.com/inventory/internal/event"
)

var started = event.Note("store: " + fmt.Sprint(limits["box"]))

type Store struct {
	sync.RWMutex
	shelves map[string]*Shelf
	Moves   *event.Topic[Move]
	index   catalog.Index
}

func New() *Store {
	return &Store{shelves: map[string]*Shelf{}, Moves: event.NewTopic[Move]("moves")}
}

func (s *Store) Add(i *catalog.Item, shelf string, n int) error {
	s.Lock()
	defer s.Unlock()
	sh := s.shelves[shelf]
	if sh == nil {
		sh = &Shelf{Name: shelf, owner: s, stock: map[catalog.SKU]int{}}
		s.shelves[shelf] = sh
	}
	s.index.Put(i.SKU, i)
	return sh.move(i, n)
}

func (s *Store) Take(sku catalog.SKU, n int) (taken int, err error) {
	s.Lock()
	defer s.Unlock()
	item, ok := s.index.Get(sku)
	if !ok {
		return 0, UnknownError(sku)
	}
	for _, name := range s.names() {
		sh := s.shelves[name]
		k := min(n-taken, sh.stock[sku])
		if k > 0 {
			if err := sh.move(item, -k); err != nil {
				return taken, err
			}
			taken += k
		}
	}
	if taken < n {
		err = &ShortError{SKU: sku, Missing: n - taken}
	}
	return
}

func (s *Store) names() []string {
	names := make([]string, 0, len(s.shelves))
	for n := range s.shelves {
		names = append(names, n)
	}
	sort.Strings(names)
	return names
}

func (s *Store) Index() *catalog.Index { return &s.index }

func (s *Store) Stock() map[catalog.SKU]int {
	total := map[catalog.SKU]int{}
	for _, sh := range s.shelves {
		for sku, n := range sh.stock {
			total[sku] += n
		}
	}
	return total
}
