package ledger

import (
	"errors"
	"fmt"
	"iter"

	"example.com/inventory/internal/event"
	"example.com/money"
)

var Ready = event.Note("ledger")

type Entry[T any] struct {
	What   T
	Amount money.Amount
}

type Book[T interface{ comparable }] struct {
	entries []Entry[T]
	byWhat  map[T]int
	Posted  *event.Topic[Entry[T]]
}

func Open[T comparable]() *Book[T] {
	return &Book[T]{byWhat: make(map[T]int), Posted: event.NewTopic[Entry[T]]("posted")}
}

type DuplicateError[T comparable] struct{ What T }

func (e *DuplicateError[T]) Error() string { return fmt.Sprintf("duplicate %v", e.What) }

func (b *Book[T]) Post(what T, a money.Amount) error {
	if i, ok := b.byWhat[what]; ok {
		return errors.Join(&DuplicateError[T]{what}, fmt.Errorf("first at %d", i))
	}
	b.byWhat[what] = len(b.entries)
	e := Entry[T]{what, a}
	b.entries = append(b.entries, e)
	b.Posted.Publish(e)
	return nil
}

func (b *Book[T]) Entries() iter.Seq2[int, Entry[T]] {
	return func(yield func(int, Entry[T]) bool) {
		for i, e := range b.entries {
			if !yield(i, e) {
				return
			}
		}
	}
}
