// Package list has a doubly linked list. A slice is mostly the better choice; a list lets elements
// be inserted and removed in its middle at once.
//
//	l := list.New()
//	l.PushBack(1)
//	l.PushFront(0)
//	for e := l.Front(); e != nil; e = e.Next() {
//		fmt.Println(e.Value)
//	}
package list

// Element is an element of a List.
type Element struct {
	next, prev *Element
	list       *List
	Value      any // what was put in
}

// Next returns the element after e, nil after the last.
func (e *Element) Next() *Element {
	if l := e.list; l != nil && e.next != &l.root {
		return e.next
	}
	return nil
}

// Prev returns the element before e, nil before the first.
func (e *Element) Prev() *Element {
	if l := e.list; l != nil && e.prev != &l.root {
		return e.prev
	}
	return nil
}

// List is a doubly linked list. The zero value is an empty one. Goroutines must not share it
// without a lock.
type List struct {
	root Element // root.next is the first element, root.prev the last
	len  int
}

// New returns an empty list.
func New() *List { return new(List).Init() }

// Init makes l empty, and returns it.
func (l *List) Init() *List {
	l.root.next = &l.root
	l.root.prev = &l.root
	l.len = 0
	return l
}

func (l *List) lazyInit() {
	if l.root.next == nil {
		l.Init()
	}
}

// Len returns the number of elements, without counting them.
func (l *List) Len() int { return l.len }

// Front returns the first element, nil if l is empty.
func (l *List) Front() *Element {
	if l.len == 0 {
		return nil
	}
	return l.root.next
}

// Back returns the last element, nil if l is empty.
func (l *List) Back() *Element {
	if l.len == 0 {
		return nil
	}
	return l.root.prev
}

func (l *List) link(e, at *Element) *Element {
	e.prev = at
	e.next = at.next
	at.next.prev = e
	at.next = e
	e.list = l
	l.len++
	return e
}

func (l *List) move(e, at *Element) {
	if e == at {
		return
	}
	e.prev.next = e.next
	e.next.prev = e.prev
	e.prev = at
	e.next = at.next
	at.next.prev = e
	at.next = e
}

// Remove takes e out of l and returns its value. If e is not of l, only that.
func (l *List) Remove(e *Element) any {
	if e.list == l {
		e.prev.next = e.next
		e.next.prev = e.prev
		e.next, e.prev, e.list = nil, nil, nil
		l.len--
	}
	return e.Value
}

// PushFront puts v before all others and returns its element.
func (l *List) PushFront(v any) *Element {
	l.lazyInit()
	return l.link(&Element{Value: v}, &l.root)
}

// PushBack puts v after all others and returns its element.
func (l *List) PushBack(v any) *Element {
	l.lazyInit()
	return l.link(&Element{Value: v}, l.root.prev)
}

// InsertBefore puts v before mark and returns its element; nil if mark is not of l.
func (l *List) InsertBefore(v any, mark *Element) *Element {
	if mark.list != l {
		return nil
	}
	return l.link(&Element{Value: v}, mark.prev)
}

// InsertAfter puts v after mark and returns its element; nil if mark is not of l.
func (l *List) InsertAfter(v any, mark *Element) *Element {
	if mark.list != l {
		return nil
	}
	return l.link(&Element{Value: v}, mark)
}

// MoveToFront makes e the first element. Nothing happens if e is not of l.
func (l *List) MoveToFront(e *Element) {
	if e.list == l && l.root.next != e {
		l.move(e, &l.root)
	}
}

// MoveToBack makes e the last element. Nothing happens if e is not of l.
func (l *List) MoveToBack(e *Element) {
	if e.list == l && l.root.prev != e {
		l.move(e, l.root.prev)
	}
}

// MoveBefore moves e to before mark. Nothing happens if they are the same or not both of l.
func (l *List) MoveBefore(e, mark *Element) {
	if e.list == l && e != mark && mark.list == l {
		l.move(e, mark.prev)
	}
}

// MoveAfter moves e to after mark. Nothing happens if they are the same or not both of l.
func (l *List) MoveAfter(e, mark *Element) {
	if e.list == l && e != mark && mark.list == l {
		l.move(e, mark)
	}
}

// PushBackList appends the values of other, which may be l itself.
func (l *List) PushBackList(other *List) {
	l.lazyInit()
	for n, e := other.Len(), other.Front(); n > 0; n, e = n-1, e.Next() {
		l.link(&Element{Value: e.Value}, l.root.prev)
	}
}

// PushFrontList puts the values of other, which may be l itself, before all others.
func (l *List) PushFrontList(other *List) {
	l.lazyInit()
	for n, e := other.Len(), other.Back(); n > 0; n, e = n-1, e.Prev() {
		l.link(&Element{Value: e.Value}, &l.root)
	}
}
