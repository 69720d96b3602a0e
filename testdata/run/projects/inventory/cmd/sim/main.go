// Command sim runs a small day at the warehouse.
package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"

	"example.com/inventory/catalog"
	"example.com/inventory/internal/event"
	"example.com/inventory/internal/ledger"
	"example.com/inventory/internal/rules"
	"example.com/inventory/pricing"
	"example.com/inventory/report"
	"example.com/inventory/store"
	"example.com/money"
	again "example.com/money"
)

var orders = ledger.Open[order]()

type order struct {
	Customer string
	SKU      catalog.SKU
	N        int
}

// rename is not catalog's method of that name.
type label struct{ name string }

func (l *label) rename(s string) { l.name = s }

func init() { event.Note("main init") }

func main() {
	fmt.Println(strings.Join(event.Trace(), ", "))
	s := store.New()
	var log []string
	s.Moves.Subscribe(func(m store.Move) { log = append(log, m.String()) })
	bolt := catalog.New("B-1", "bolt", money.Of(0, 25, money.EUR), "bulk", "metal")
	lamp := catalog.New("L-7", "lamp", money.Of(19, 99, money.EUR), "few")
	gift := catalog.New("G-0", "gift card", money.Of(5, 0, again.USD), "free")
	for _, step := range []struct {
		item  *catalog.Item
		shelf string
		n     int
	}{{bolt, "box", 40}, {bolt, "box", 20}, {bolt, "rack", 100}, {lamp, "rack", 7}, {gift, "desk", 3}} {
		if err := s.Add(step.item, step.shelf, step.n); err != nil {
			var full *store.FullError
			fmt.Println("error:", err, errors.As(err, &full) && full.Limit == 50)
		}
	}
	catalog.Rename(lamp, "desk lamp")
	must(report.Stock(os.Stdout, s))

	total := amounts{}
	orders.Posted.Subscribe(func(e ledger.Entry[order]) { total = append(total, e.Amount) })
	for _, o := range []order{{"ann", "B-1", 60}, {"bob", "L-7", 2}, {"bob", "L-7", 9}, {"cy", "X", 1}, {"ann", "B-1", 60}} {
		if err := sell(s, o); err != nil {
			var short *store.ShortError
			var dup *ledger.DuplicateError[order]
			var unknown store.UnknownError
			fmt.Printf("%-28q short=%v dup=%v unknown=%v\n", err, errors.As(err, &short), errors.As(err, &dup), errors.As(err, &unknown))
		}
	}
	for i, e := range orders.Entries() {
		fmt.Println(i, e.What, e.Amount)
	}
	fmt.Println(pricing.Sum(total))
	_, err := pricing.Sum([]money.Amount{money.Of(1, 0, money.EUR), money.Of(1, 0, money.USD)})
	fmt.Println(err, errors.Is(err, money.ErrMixed))

	groups := report.Group([]*catalog.Item{bolt, lamp, gift}, func(i *catalog.Item) int { return len(i.Tags) })
	fmt.Println(len(groups[1]), len(groups[2]), fmt.Sprintf("%T %T", groups, report.ByTag{}))
	fmt.Println(orders.Posted, s.Moves)
	for _, m := range log {
		fmt.Println(m)
	}
	types(bolt)
	concurrent()
	for _, f := range money.Adders(2) {
		fmt.Print(f(), " ")
	}
	fmt.Println()
}

type amounts []money.Amount

func sell(s *store.Store, o order) error {
	n, err := s.Take(o.SKU, o.N)
	if n == 0 {
		return err
	}
	item, _ := s.Index().Get(o.SKU)
	rule, _ := rules.Named.Get(item.Tags[0])
	var lines []string
	logged := pricing.Logged{Bulk: &pricing.Bulk{Rule: rule, Min: 1000}, Log: &lines}
	price := pricing.Rule(logged).Apply(item, n)
	fmt.Println(lines)
	if post := orders.Post(o, price); post != nil {
		return post
	}
	return err
}

// types looks at what packages share and what they do not.
func types(item *catalog.Item) {
	var r any = item
	_, isRenamer := r.(catalog.Renamer)
	var l any = new(label)
	_, labelIsRenamer := l.(catalog.Renamer)
	_, labelHasRename := l.(interface{ rename(string) })
	_, itemHasRename := r.(interface{ rename(string) })
	fmt.Println(isRenamer, labelIsRenamer, labelHasRename, itemHasRename)
	_, own := catalog.Anonymous().(struct{ x int })
	fmt.Println(catalog.Anonymous() == pricing.Anonymous(), own, catalog.Anonymous() == catalog.Anonymous())
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = catalog.Anonymous().(struct{ x int })
	}()
	fmt.Println(event.IsSealed(store.Move{}), event.IsSealed(event.Marker(3)), event.IsSealed(l))
	var sealed event.Sealed = store.Move{Base: event.Base{Seq: 9}}
	fmt.Println(sealed.Kind(), event.Marker(1).Kind())
	var a any = catalog.Table[catalog.SKU, *catalog.Item]{}
	_, alias := a.(catalog.Index)
	fmt.Printf("%v %T %T\n", alias, a, ledger.Entry[order]{})
	var b any = &ledger.DuplicateError[order]{}
	_, same := b.(interface{ Error() string })
	fmt.Println(same, fmt.Sprintf("%T", b))
}

func concurrent() {
	t := event.NewTopic[int]("n")
	var wg sync.WaitGroup
	sum := make(chan int, 100)
	t.Subscribe(func(n int) { sum <- n })
	for i := range 20 {
		wg.Go(func() { t.Publish(i) })
	}
	wg.Wait()
	close(sum)
	n := 0
	for v := range sum {
		n += v
	}
	fmt.Println(n, t)
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
