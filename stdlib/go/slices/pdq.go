package slices

// pdqsort is pattern-defeating quicksort (Peters) with the parameters of Go's own, so that equal
// elements end where they do there. limit is the number of bad partitions before heap sort.
func pdqsort[E any](x []E, a, b, limit int, cmp func(a, b E) int) {
	balanced, partitioned := true, true
	for {
		n := b - a
		if n <= 12 {
			insertionSort(x, a, b, cmp)
			return
		}
		if limit == 0 {
			heapSort(x[a:b], cmp)
			return
		}
		if !balanced {
			scatter(x[a:b])
			limit--
		}
		pivot, swaps := choosePivot(x, a, b, cmp)
		ascending := swaps == 0
		if swaps == maxPivotSwaps {
			Reverse(x[a:b])
			pivot = b - 1 - (pivot - a)
			ascending = true
		}
		if balanced && partitioned && ascending && nearlySorted(x, a, b, cmp) {
			return
		}
		// An element before a is at most the pivot: if they are equal, so are many elements.
		if a > 0 && cmp(x[a-1], x[pivot]) >= 0 {
			a = partitionEqual(x, a, b, pivot, cmp)
			continue
		}
		var mid int
		mid, partitioned = partition(x, a, b, pivot, cmp)
		left, right := mid-a, b-mid
		balanced = min(left, right) >= n/8
		if left < right {
			pdqsort(x, a, mid, limit, cmp)
			a = mid + 1
		} else {
			pdqsort(x, mid+1, b, limit, cmp)
			b = mid
		}
	}
}

func insertionSort[E any](x []E, a, b int, cmp func(a, b E) int) {
	for i := a + 1; i < b; i++ {
		v := x[i]
		j := i
		for j > a && cmp(v, x[j-1]) < 0 {
			x[j] = x[j-1]
			j--
		}
		x[j] = v
	}
}

func heapSort[E any](x []E, cmp func(a, b E) int) {
	for i := (len(x) - 1) / 2; i >= 0; i-- {
		siftDown(x, i, cmp)
	}
	for i := len(x) - 1; i >= 0; i-- {
		x[0], x[i] = x[i], x[0]
		siftDown(x[:i], 0, cmp)
	}
}

func siftDown[E any](x []E, root int, cmp func(a, b E) int) {
	for {
		child := 2*root + 1
		if child >= len(x) {
			return
		}
		if child+1 < len(x) && cmp(x[child], x[child+1]) < 0 {
			child++
		}
		if cmp(x[root], x[child]) >= 0 {
			return
		}
		x[root], x[child] = x[child], x[root]
		root = child
	}
}

// partition puts what is less than the pivot before it, and reports whether it was so already.
func partition[E any](x []E, a, b, pivot int, cmp func(a, b E) int) (mid int, already bool) {
	x[a], x[pivot] = x[pivot], x[a]
	p := x[a]
	i, j := a+1, b-1
	already = true
	for {
		for i <= j && cmp(x[i], p) < 0 {
			i++
		}
		for i <= j && cmp(x[j], p) >= 0 {
			j--
		}
		if i > j {
			break
		}
		already = false
		x[i], x[j] = x[j], x[i]
		i++
		j--
	}
	x[j], x[a] = p, x[j]
	return j, already
}

// partitionEqual puts what equals the pivot, the least element, first and returns the end of it.
func partitionEqual[E any](x []E, a, b, pivot int, cmp func(a, b E) int) int {
	x[a], x[pivot] = x[pivot], x[a]
	p := x[a]
	i, j := a+1, b-1
	for {
		for i <= j && cmp(p, x[i]) >= 0 {
			i++
		}
		for i <= j && cmp(p, x[j]) < 0 {
			j--
		}
		if i > j {
			return i
		}
		x[i], x[j] = x[j], x[i]
		i++
		j--
	}
}

// nearlySorted mends a few elements out of order and reports whether that was enough.
func nearlySorted[E any](x []E, a, b int, cmp func(a, b E) int) bool {
	i := a + 1
	for step := 0; step < 5; step++ {
		for i < b && cmp(x[i], x[i-1]) >= 0 {
			i++
		}
		if i == b {
			return true
		}
		if b-a < 50 {
			return false
		}
		x[i], x[i-1] = x[i-1], x[i]
		if i-a >= 2 {
			for j := i - 1; j >= 1 && cmp(x[j], x[j-1]) < 0; j-- {
				x[j], x[j-1] = x[j-1], x[j]
			}
		}
		if b-i >= 2 {
			for j := i + 1; j < b && cmp(x[j], x[j-1]) < 0; j++ {
				x[j], x[j-1] = x[j-1], x[j]
			}
		}
	}
	return false
}

// scatter swaps three elements near the middle with pseudo-random others.
func scatter[E any](x []E) {
	n := len(x)
	mask := 1
	for mask <= n {
		mask <<= 1
	}
	mask--
	random := uint64(n)
	middle := n / 4 * 2
	for i := -1; i < 2; i++ {
		random ^= random << 13
		random ^= random >> 7
		random ^= random << 17
		other := int(random) & mask
		if other >= n {
			other -= n
		}
		x[middle+i], x[other] = x[other], x[middle+i]
	}
}

// maxPivotSwaps is the number of swaps in choosePivot for a descending range.
const maxPivotSwaps = 12

// choosePivot returns the index of the median of three, or of three such medians, and the
// number of comparisons that went against the order.
func choosePivot[E any](x []E, a, b int, cmp func(a, b E) int) (index, swaps int) {
	n := b - a
	i, j, k := a+n/4, a+n/4*2, a+n/4*3
	if n >= 50 {
		i = median(x, i-1, i, i+1, &swaps, cmp)
		j = median(x, j-1, j, j+1, &swaps, cmp)
		k = median(x, k-1, k, k+1, &swaps, cmp)
	}
	return median(x, i, j, k, &swaps, cmp), swaps
}

func median[E any](x []E, a, b, c int, swaps *int, cmp func(a, b E) int) int {
	if cmp(x[b], x[a]) < 0 {
		*swaps++
		a, b = b, a
	}
	if cmp(x[c], x[b]) < 0 {
		*swaps++
		b = c
		if cmp(x[b], x[a]) < 0 {
			*swaps++
			b = a
		}
	}
	return b
}
