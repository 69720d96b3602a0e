// Package ring is a circular list.
package ring

// Ring is an element of a circular list; the zero value is a ring of one.
type Ring struct {
	next, prev *Ring
	Value      any
}

// New makes a ring of n elements.
func New(n int) *Ring {
	if n <= 0 {
		return nil
	}
	r := new(Ring)
	last := r
	for ; n > 1; n-- {
		last.next = &Ring{prev: last}
		last = last.next
	}
	last.next = r
	r.prev = last
	return r
}

func (r *Ring) init() *Ring {
	if r.next == nil {
		r.next, r.prev = r, r
	}
	return r
}

// Next returns the next element.
func (r *Ring) Next() *Ring { return r.init().next }

// Prev returns the previous element.
func (r *Ring) Prev() *Ring { return r.init().prev }

// Move moves n elements forward, or backward if n < 0.
func (r *Ring) Move(n int) *Ring {
	r.init()
	for ; n > 0; n-- {
		r = r.next
	}
	for ; n < 0; n++ {
		r = r.prev
	}
	return r
}

// Link joins s after r and returns what followed r.
func (r *Ring) Link(s *Ring) *Ring {
	next := r.Next()
	if s != nil {
		last := s.Prev()
		r.next = s
		s.prev = r
		next.prev = last
		last.next = next
	}
	return next
}

// Unlink removes the n elements after r and returns them.
func (r *Ring) Unlink(n int) *Ring {
	if n <= 0 {
		return nil
	}
	return r.Link(r.Move(n + 1))
}

// Len counts the elements.
func (r *Ring) Len() int {
	if r == nil {
		return 0
	}
	n := 1
	for p := r.Next(); p != r; p = p.next {
		n++
	}
	return n
}

// Do calls f on each value in order.
func (r *Ring) Do(f func(any)) {
	if r == nil {
		return
	}
	f(r.Value)
	for p := r.Next(); p != r; p = p.next {
		f(p.Value)
	}
}
