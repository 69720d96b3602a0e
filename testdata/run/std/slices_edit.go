package main

import (
	"fmt"
	"slices"
)

func main() {
	s := []int{1, 2, 3, 4, 5}
	s = slices.Insert(s, 2, 10, 11)
	fmt.Println(s)
	s = slices.Delete(s, 1, 3)
	fmt.Println(s)
	s = slices.Replace(s, 0, 2, 7, 8, 9)
	fmt.Println(s, slices.Index(s, 9), slices.Contains(s, 100))
	t := slices.Clone(s)
	slices.Reverse(t)
	fmt.Println(t, slices.Equal(s, t), slices.Compare(s, t))
	fmt.Println(slices.Compact([]int{1, 1, 2, 2, 2, 1}), slices.CompactFunc([]string{"a", "A", "b"}, func(x, y string) bool { return x[0]|32 == y[0]|32 }))
	fmt.Println(slices.DeleteFunc([]int{1, 2, 3, 4}, func(n int) bool { return n%2 == 0 }))
	fmt.Println(slices.Concat([]int{1}, nil, []int{2, 3}), slices.Repeat([]string{"x", "y"}, 2))
	fmt.Println(cap(slices.Grow([]int{1}, 10)) >= 11, cap(slices.Clip(make([]int, 2, 9))))
	fmt.Println(slices.Max(s), slices.Min(s), slices.IndexFunc(s, func(n int) bool { return n > 8 }))
	fmt.Println(slices.BinarySearch([]string{"a", "c", "e"}, "c"))
	fmt.Println(slices.BinarySearch([]int{1, 3, 5}, 4))
	words := []string{"banana", "kiwi", "apple"}
	slices.Sort(words)
	fmt.Println(words, slices.IsSorted(words))
	slices.SortFunc(words, func(a, b string) int { return len(a) - len(b) })
	fmt.Println(words)
	defer func() { fmt.Println("panic:", recover()) }()
	slices.Insert(s, 50, 1)
}
