package sort

// Search returns the least i with 0 <= i < n for which f is true, n if there is none. It halves the
// range, so f must be false up to some i and true from there on.
func Search(n int, f func(int) bool) int {
	lo, hi := 0, n
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if f(mid) {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// Find returns the least i with 0 <= i < n for which cmp(i) <= 0, n if there is none, and whether
// cmp(i) is 0. cmp compares what is sought to the element i and must fall: first > 0, then 0, then
// < 0.
func Find(n int, cmp func(int) int) (i int, found bool) {
	i = Search(n, func(i int) bool { return cmp(i) <= 0 })
	return i, i < n && cmp(i) == 0
}

// SearchInts returns the index of x in a, which must be sorted, or where it would have to be
// inserted.
func SearchInts(a []int, x int) int { return Search(len(a), func(i int) bool { return a[i] >= x }) }

// SearchFloat64s returns the index of x in a, which must be sorted, or where it would have to be
// inserted.
func SearchFloat64s(a []float64, x float64) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}

// SearchStrings returns the index of x in a, which must be sorted, or where it would have to be
// inserted.
func SearchStrings(a []string, x string) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}

// Search returns the index of x in p, which must be sorted, or where it would have to be inserted.
func (p IntSlice) Search(x int) int { return SearchInts(p, x) }

// Search returns the index of x in p, which must be sorted, or where it would have to be inserted.
func (p Float64Slice) Search(x float64) int { return SearchFloat64s(p, x) }

// Search returns the index of x in p, which must be sorted, or where it would have to be inserted.
func (p StringSlice) Search(x string) int { return SearchStrings(p, x) }
