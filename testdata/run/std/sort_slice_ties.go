package main

import (
	"fmt"
	"slices"
	"sort"
)

type item struct{ key, id int }

type byKey []item

func (b byKey) Len() int           { return len(b) }
func (b byKey) Less(i, j int) bool { return b[i].key < b[j].key }
func (b byKey) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

func items(n, keys int) []item {
	seed := uint32(n)
	out := make([]item, n)
	for i := range out {
		seed = seed*1664525 + 1013904223
		out[i] = item{int(seed>>16) % keys, i}
	}
	return out
}

func main() {
	for _, n := range []int{5, 12, 13, 60, 300} {
		a, b, c := items(n, n/4+1), items(n, n/4+1), items(n, n/4+1)
		sort.Slice(a, func(i, j int) bool { return a[i].key < a[j].key })
		sort.Sort(byKey(b))
		slices.SortFunc(c, func(x, y item) int { return x.key - y.key })
		fmt.Println(a, slices.Equal(a, b), slices.Equal(a, c))
		d, e := items(n, n/4+1), items(n, n/4+1)
		sort.Stable(byKey(d))
		slices.SortStableFunc(e, func(x, y item) int { return x.key - y.key })
		fmt.Println(d[:5], slices.Equal(d, e))
		sort.Sort(sort.Reverse(byKey(d)))
		fmt.Println(d[:5], sort.IsSorted(byKey(a)), sort.SliceIsSorted(d, func(i, j int) bool { return d[i].key < d[j].key }))
	}
}
