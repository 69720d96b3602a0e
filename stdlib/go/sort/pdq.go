package sort

// ordering is what the algorithms see of a collection. They are pattern-defeating quicksort
// (Peters) with the parameters of Go's own, so that equal elements end where they do there, and
// in-place merging by rotations (Kim and Kutzner) for the stable sort.
type ordering struct {
	less func(i, j int) bool
	swap func(i, j int)
}

// sortLimit is the number of bad partitions after which heap sort takes over.
func sortLimit(n int) int {
	limit := 0
	for ; n > 0; n >>= 1 {
		limit++
	}
	return limit
}

func (o ordering) sort(a, b, limit int) {
	balanced, partitioned := true, true
	for {
		n := b - a
		if n <= 12 {
			o.insertion(a, b)
			return
		}
		if limit == 0 {
			o.heap(a, b)
			return
		}
		if !balanced {
			o.scatter(a, b)
			limit--
		}
		pivot, swaps := o.pivot(a, b)
		ascending := swaps == 0
		if swaps == maxPivotSwaps {
			for i, j := a, b-1; i < j; i, j = i+1, j-1 {
				o.swap(i, j)
			}
			pivot = b - 1 - (pivot - a)
			ascending = true
		}
		if balanced && partitioned && ascending && o.nearlySorted(a, b) {
			return
		}
		// An element before a is at most the pivot: if they are equal, so are many elements.
		if a > 0 && !o.less(a-1, pivot) {
			a = o.partitionEqual(a, b, pivot)
			continue
		}
		var mid int
		mid, partitioned = o.partition(a, b, pivot)
		left, right := mid-a, b-mid
		balanced = min(left, right) >= n/8
		if left < right {
			o.sort(a, mid, limit)
			a = mid + 1
		} else {
			o.sort(mid+1, b, limit)
			b = mid
		}
	}
}

func (o ordering) insertion(a, b int) {
	less, swap := o.less, o.swap
	for i := a + 1; i < b; i++ {
		for j := i; j > a && less(j, j-1); j-- {
			swap(j, j-1)
		}
	}
}

func (o ordering) heap(a, b int) {
	n := b - a
	for i := (n - 1) / 2; i >= 0; i-- {
		o.sift(i, n, a)
	}
	for i := n - 1; i >= 0; i-- {
		o.swap(a, a+i)
		o.sift(0, i, a)
	}
}

func (o ordering) sift(root, n, first int) {
	for {
		child := 2*root + 1
		if child >= n {
			return
		}
		if child+1 < n && o.less(first+child, first+child+1) {
			child++
		}
		if !o.less(first+root, first+child) {
			return
		}
		o.swap(first+root, first+child)
		root = child
	}
}

// partition puts what is less than the pivot before it, and reports whether it was so already.
func (o ordering) partition(a, b, pivot int) (mid int, already bool) {
	less, swap := o.less, o.swap
	swap(a, pivot)
	i, j := a+1, b-1
	already = true
	for {
		for i <= j && less(i, a) {
			i++
		}
		for i <= j && !less(j, a) {
			j--
		}
		if i > j {
			break
		}
		already = false
		swap(i, j)
		i++
		j--
	}
	swap(j, a)
	return j, already
}

// partitionEqual puts what equals the pivot, the least element, first and returns the end of it.
func (o ordering) partitionEqual(a, b, pivot int) int {
	o.swap(a, pivot)
	i, j := a+1, b-1
	for {
		for i <= j && !o.less(a, i) {
			i++
		}
		for i <= j && o.less(a, j) {
			j--
		}
		if i > j {
			return i
		}
		o.swap(i, j)
		i++
		j--
	}
}

// nearlySorted mends a few elements out of order and reports whether that was enough.
func (o ordering) nearlySorted(a, b int) bool {
	less, swap := o.less, o.swap
	i := a + 1
	for step := 0; step < 5; step++ {
		for i < b && !less(i, i-1) {
			i++
		}
		if i == b {
			return true
		}
		if b-a < 50 {
			return false
		}
		swap(i, i-1)
		if i-a >= 2 {
			for j := i - 1; j >= 1 && less(j, j-1); j-- {
				swap(j, j-1)
			}
		}
		if b-i >= 2 {
			for j := i + 1; j < b && less(j, j-1); j++ {
				swap(j, j-1)
			}
		}
	}
	return false
}

// scatter swaps three elements near the middle with pseudo-random others.
func (o ordering) scatter(a, b int) {
	n := b - a
	random := uint64(n)
	mask := 1<<sortLimit(n) - 1
	middle := a + n/4*2
	for i := -1; i < 2; i++ {
		random ^= random << 13
		random ^= random >> 7
		random ^= random << 17
		other := int(random) & mask
		if other >= n {
			other -= n
		}
		o.swap(middle+i, a+other)
	}
}

// maxPivotSwaps is the number of swaps in pivot for a descending range.
const maxPivotSwaps = 12

// pivot returns the index of the median of three, or of three such medians, and the number of
// comparisons that went against the order.
func (o ordering) pivot(a, b int) (index, swaps int) {
	n := b - a
	i, j, k := a+n/4, a+n/4*2, a+n/4*3
	if n >= 50 {
		i = o.median(i-1, i, i+1, &swaps)
		j = o.median(j-1, j, j+1, &swaps)
		k = o.median(k-1, k, k+1, &swaps)
	}
	return o.median(i, j, k, &swaps), swaps
}

func (o ordering) median(a, b, c int, swaps *int) int {
	if o.less(b, a) {
		*swaps++
		a, b = b, a
	}
	if o.less(c, b) {
		*swaps++
		b = c
		if o.less(b, a) {
			*swaps++
			b = a
		}
	}
	return b
}

func (o ordering) stable(n int) {
	block := 20
	for a := 0; a < n; a += block {
		o.insertion(a, min(a+block, n))
	}
	for ; block < n; block *= 2 {
		for a := 0; a+block < n; a += 2 * block {
			o.merge(a, a+block, min(a+2*block, n))
		}
	}
}

// merge merges the sorted ranges [a, m) and [m, b).
func (o ordering) merge(a, m, b int) {
	switch {
	case m == a || m == b || !o.less(m, m-1):
		return
	case m-a == 1:
		// Move the one element on the left to its place.
		i := m + Search(b-m, func(k int) bool { return !o.less(m+k, a) })
		for k := a; k < i-1; k++ {
			o.swap(k, k+1)
		}
		return
	case b-m == 1:
		i := a + Search(m-a, func(k int) bool { return o.less(m, a+k) })
		for k := m; k > i; k-- {
			o.swap(k, k-1)
		}
		return
	}
	// Exchange equally long parts around a centre, so that two smaller merges remain.
	mid := int(uint(a+b) >> 1)
	n := mid + m
	start, limit := a, m
	if m > mid {
		start, limit = n-b, mid
	}
	p := n - 1
	start += Search(limit-start, func(k int) bool { return o.less(p-(start+k), start+k) })
	end := n - start
	if start < m && m < end {
		o.rotate(start, m, end)
	}
	if a < start && start < mid {
		o.merge(a, start, mid)
	}
	if mid < end && end < b {
		o.merge(mid, end, b)
	}
}

// rotate exchanges the neighbouring ranges [a, m) and [m, b).
func (o ordering) rotate(a, m, b int) {
	i, j := m-a, b-m
	for i != j {
		if i > j {
			o.swapRange(m-i, m, j)
			i -= j
		} else {
			o.swapRange(m-i, m+j-i, i)
			j -= i
		}
	}
	o.swapRange(m-i, m, i)
}

func (o ordering) swapRange(a, b, n int) {
	for i := 0; i < n; i++ {
		o.swap(a+i, b+i)
	}
}
