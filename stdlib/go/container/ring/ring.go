// Package ring has rings: lists without beginning and end.
package ring

// Ring is an element of a ring, and stands for the whole ring. The zero value is a ring of one
// element; nil is an empty one.
type Ring struct {
	next, prev *Ring
	Value      any // for the program to use
}

// New returns a ring of n elements, nil if n <= 0.
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

// Next returns the element after r.
func (r *Ring) Next() *Ring { return r.init().next }

// Prev returns the element before r.
func (r *Ring) Prev() *Ring { return r.init().prev }

// Move returns the element n places after r, or -n places before it if n is negative.
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

// Link makes s the element after r and returns the one that was. If both are of one ring, that cuts
// what lies between them out and returns it; else it joins the rings.
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

// Unlink takes the n elements after r out and returns them as a ring, nil if n <= 0.
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

// Do calls f with the value of each element, from r on. f must not change the ring.
func (r *Ring) Do(f func(any)) {
	if r == nil {
		return
	}
	f(r.Value)
	for p := r.Next(); p != r; p = p.next {
		f(p.Value)
	}
}
