package main

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("count ends")
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func main() {
	for i, v := range slices.Backward([]string{"a", "b", "c"}) {
		fmt.Print(i, v, " ")
	}
	fmt.Println(slices.Collect(slices.Values([]int{3, 1, 2})), slices.Sorted(slices.Values([]int{3, 1, 2})))
	for chunk := range slices.Chunk([]int{1, 2, 3, 4, 5}, 2) {
		fmt.Print(chunk, cap(chunk), " ")
	}
	fmt.Println()
	m := map[string]int{"one": 1, "two": 2, "three": 3}
	fmt.Println(slices.Sorted(maps.Keys(m)), slices.Sorted(maps.Values(m)))
	c := maps.Clone(m)
	maps.DeleteFunc(c, func(k string, v int) bool { return v > 1 })
	maps.Copy(c, map[string]int{"four": 4})
	fmt.Println(c, maps.Equal(m, c), maps.Collect(slices.All([]string{"x", "y"})))
	fmt.Println(slices.SortedFunc(maps.Keys(m), func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(b, a)) }))

	next, stop := iter.Pull(count(10))
	fmt.Println(next())
	fmt.Println(next())
	stop()
	fmt.Println(next())
	next2, stop2 := iter.Pull2(slices.All([]string{"p"}))
	defer stop2()
	fmt.Println(next2())
	fmt.Println(next2())
	fmt.Println(cmp.Compare(2.5, 1), cmp.Less("a", "b"), cmp.Or("", "default"), min(3, 1, 2), max("a", "b"))
}
