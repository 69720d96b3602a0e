// Package heap makes a collection a priority queue: its least element is always at hand.
//
//	type Queue []int
//
//	func (q Queue) Len() int           { return len(q) }
//	func (q Queue) Less(i, j int) bool { return q[i] < q[j] }
//	func (q Queue) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
//	func (q *Queue) Push(x any)        { *q = append(*q, x.(int)) }
//	func (q *Queue) Pop() any {
//		n := len(*q) - 1
//		x := (*q)[n]
//		*q = (*q)[:n]
//		return x
//	}
//
//	q := &Queue{5, 2, 8}
//	heap.Init(q)
//	heap.Push(q, 3)
//	fmt.Println(heap.Pop(q)) // 2
package heap

import "sort"

// Interface is what the functions work on: a collection as package sort wants it, with two methods
// more, which only the functions of this package should call. The least element has the index 0.
type Interface interface {
	sort.Interface
	Push(x any) // adds x as element Len()
	Pop() any   // takes element Len()-1 out and returns it
}

// Init puts the elements of h in the order that a heap needs. Call it once before the other
// functions.
func Init(h Interface) {
	n := h.Len()
	for i := n/2 - 1; i >= 0; i-- {
		down(h, i, n)
	}
}

// Push adds x to h.
func Push(h Interface, x any) {
	h.Push(x)
	up(h, h.Len()-1)
}

// Pop takes the least element out of h and returns it.
func Pop(h Interface) any {
	n := h.Len() - 1
	h.Swap(0, n)
	down(h, 0, n)
	return h.Pop()
}

// Remove takes element i out of h and returns it.
func Remove(h Interface, i int) any {
	n := h.Len() - 1
	if i != n {
		h.Swap(i, n)
		if !down(h, i, n) {
			up(h, i)
		}
	}
	return h.Pop()
}

// Fix puts h in order again after element i has got another value.
func Fix(h Interface, i int) {
	if !down(h, i, h.Len()) {
		up(h, i)
	}
}

func up(h Interface, i int) {
	for i > 0 {
		parent := (i - 1) / 2
		if !h.Less(i, parent) {
			return
		}
		h.Swap(parent, i)
		i = parent
	}
}

// down sifts element i and reports whether it moved.
func down(h Interface, i, n int) bool {
	start := i
	for {
		child := 2*i + 1
		if child >= n || child < 0 {
			break
		}
		if right := child + 1; right < n && h.Less(right, child) {
			child = right
		}
		if !h.Less(child, i) {
			break
		}
		h.Swap(i, child)
		i = child
	}
	return i > start
}
