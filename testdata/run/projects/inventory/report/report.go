package report

import (
	"embed"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"example.com/inventory/catalog"
	"example.com/inventory/store"
	text "example.org/Text"
	"example.org/Text/wrap"
)

//go:embed tmpl/*.txt
var templates embed.FS

// fmt is a name like any other inside.
func Stock(w io.Writer, s *store.Store) error {
	head, err := templates.ReadFile("tmpl/head.txt")
	if err != nil {
		return err
	}
	title, foot := strings.TrimSpace(string(head)), mustRead("tmpl/foot.txt")
	fmt.Fprintln(w, title)
	stock := s.Stock()
	for _, sku := range slices.Sorted(maps.Keys(stock)) {
		item, _ := s.Index().Get(sku)
		{
			fmt := text.Pad(string(sku), 8, text.Left) + text.Pad(item.Price.String(), 12, text.Right)
			io.WriteString(w, fmt)
		}
		fmt.Fprintf(w, " %4d %s\n", stock[sku], item.Name)
	}
	for i, l := range wrap.Lines(foot, 30) {
		fmt.Fprintf(w, "%d| %s\n", i, l)
	}
	return nil
}

func mustRead(name string) string {
	b, err := templates.ReadFile(name)
	if err != nil {
		panic(err)
	}
	return string(b)
}

// Group is generic over types of any package.
func Group[T any, K comparable](list []T, key func(T) K) (groups map[K][]T) {
	groups = map[K][]T{}
	for _, x := range list {
		groups[key(x)] = append(groups[key(x)], x)
	}
	return
}

type ByTag map[string][]*catalog.Item
