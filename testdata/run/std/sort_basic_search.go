package main

import (
	"fmt"
	"math"
	"sort"
)

func main() {
	ints := []int{5, 2, 8, -1, 0, 2}
	sort.Ints(ints)
	words := []string{"pear", "apple", "fig", "", "Fig"}
	sort.Strings(words)
	floats := []float64{2.5, math.NaN(), -1, math.Inf(1), 0}
	sort.Float64s(floats)
	fmt.Println(ints, words, floats)
	fmt.Println(sort.IntsAreSorted(ints), sort.StringsAreSorted(words), sort.Float64sAreSorted(floats))
	fmt.Println(sort.SearchInts(ints, 2), sort.SearchInts(ints, 3), sort.SearchStrings(words, "fig"), sort.SearchFloat64s(floats[1:], 1))
	fmt.Println(sort.Search(100, func(i int) bool { return i*i >= 50 }))
	fmt.Println(sort.Find(len(ints), func(i int) int { return 8 - ints[i] }))
	people := []struct {
		Name string
		Age  int
	}{{"Al", 30}, {"Bo", 25}, {"Cy", 35}}
	sort.Slice(people, func(i, j int) bool { return people[i].Age < people[j].Age })
	fmt.Println(people)
	sort.Sort(sort.Reverse(sort.IntSlice(ints)))
	fmt.Println(ints)
	sort.SliceStable(words, func(i, j int) bool { return len(words[i]) < len(words[j]) })
	fmt.Printf("%q\n", words)
}
