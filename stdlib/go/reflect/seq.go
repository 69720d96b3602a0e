package reflect

import (
	rt "internal/rtype"
	"unsafe"
)

// Sequences: arrays, slices and strings.

// header is the slice at v.
func (v Value) header() *rt.SliceHeader { return (*rt.SliceHeader)(v.ptr) }

// Len returns the length of an array (or a pointer to one), a slice, string, map or channel.
func (v Value) Len() int {
	switch v.kind() {
	case Slice:
		return v.header().Len
	case String:
		return len(at[string](v))
	case Array:
		return int(v.t.Len)
	case Map:
		return rt.MapLen(v.t, v.word())
	case Chan:
		return chanLen(v.word())
	case Pointer:
		if kindOf(v.t.Elem) == Array {
			return int(v.t.Elem.Len)
		}
		panic("reflect: call of reflect.Value.Len on ptr to non-array Value")
	}
	v.bad("Len")
	return 0
}

// Cap returns the capacity of an array (or a pointer to one), a slice or channel.
func (v Value) Cap() int {
	switch v.kind() {
	case Slice:
		return v.header().Cap
	case Array:
		return int(v.t.Len)
	case Chan:
		return chanCap(v.word())
	case Pointer:
		if kindOf(v.t.Elem) == Array {
			return int(v.t.Elem.Len)
		}
		panic("reflect: call of reflect.Value.Cap on ptr to non-array Value")
	}
	v.bad("Cap")
	return 0
}

var uint8Type = rt.Of(uint8(0))

// Index returns the element i of an array, slice or string. It panics if i is out of range.
func (v Value) Index(i int) Value {
	switch v.kind() {
	case Array:
		if i < 0 || i >= int(v.t.Len) {
			panic("reflect: array index out of range")
		}
		e := v.t.Elem
		return Value{e, unsafe.Add(v.ptr, uintptr(i)*e.Size), v.flag&isAddr | v.flag.ro()}
	case Slice:
		h := v.header()
		if i < 0 || i >= h.Len {
			panic("reflect: slice index out of range")
		}
		e := v.t.Elem
		return Value{e, unsafe.Add(h.Data, uintptr(i)*e.Size), isAddr | v.flag.ro()}
	case String:
		s := at[string](v)
		if i < 0 || i >= len(s) {
			panic("reflect: string index out of range")
		}
		return box(uint8Type, s[i]).with(v.flag.ro())
	}
	v.bad("Index")
	return Value{}
}

// SetLen sets the length of the slice v, at most its capacity.
func (v Value) SetLen(n int) {
	v.mustBeAssignable("SetLen")
	v.mustBe(Slice, "SetLen")
	if n < 0 || n > v.header().Cap {
		panic("reflect: slice length out of range in SetLen")
	}
	v.header().Len = n
}

// SetCap sets the capacity of the slice v, from its length to its capacity.
func (v Value) SetCap(n int) {
	v.mustBeAssignable("SetCap")
	v.mustBe(Slice, "SetCap")
	if n < v.header().Len || n > v.header().Cap {
		panic("reflect: slice capacity out of range in SetCap")
	}
	v.header().Cap = n
}

// Grow makes room for n more elements in the slice v.
func (v Value) Grow(n int) {
	v.mustBeAssignable("Grow")
	v.mustBe(Slice, "Grow")
	if n < 0 {
		panic("reflect.Value.Grow: negative len")
	}
	switch h := v.header(); {
	case h.Len+n < 0:
		panic("reflect.Value.Grow: slice overflow")
	case h.Len+n > h.Cap:
		grow(v.t.Elem, v.ptr, n)
	}
}

// Clear deletes all entries of a map, or sets all elements of a slice to zero.
func (v Value) Clear() {
	switch v.kind() {
	case Slice:
		h := v.header()
		zero(h.Data, uintptr(h.Len)*v.t.Elem.Size)
	case Map:
		mapClear(v.t, v.word())
	default:
		v.bad("Clear")
	}
}

// Slice returns v[i:j] of a slice, a string, or an array that can be addressed.
func (v Value) Slice(i, j int) Value {
	var h rt.SliceHeader
	t := v.t
	switch v.kind() {
	case String:
		s := at[string](v)
		if i < 0 || j < i || j > len(s) {
			panic("reflect.Value.Slice: string slice index out of bounds")
		}
		return box(t, s[i:j]).with(v.flag.ro())
	case Array:
		if !v.CanAddr() {
			panic("reflect.Value.Slice: slice of unaddressable array")
		}
		h = rt.SliceHeader{Data: v.ptr, Cap: int(t.Len)}
		t = sliceOf(t.Elem)
	case Slice:
		h = *v.header()
	default:
		v.bad("Slice")
	}
	if i < 0 || j < i || j > h.Cap {
		panic("reflect.Value.Slice: slice index out of bounds")
	}
	return v.cut(t, h, i, j, h.Cap)
}

// Slice3 returns v[i:j:k] of a slice, or an array that can be addressed.
func (v Value) Slice3(i, j, k int) Value {
	var h rt.SliceHeader
	t := v.t
	switch v.kind() {
	case Array:
		if !v.CanAddr() {
			panic("reflect.Value.Slice3: slice of unaddressable array")
		}
		h = rt.SliceHeader{Data: v.ptr, Cap: int(t.Len)}
		t = sliceOf(t.Elem)
	case Slice:
		h = *v.header()
	default:
		v.bad("Slice3")
	}
	if i < 0 || j < i || k < j || k > h.Cap {
		panic("reflect.Value.Slice3: slice index out of bounds")
	}
	return v.cut(t, h, i, j, k)
}

// cut is h[i:j:k] as a t.
func (v Value) cut(t *rt.Type, h rt.SliceHeader, i, j, k int) Value {
	if k > i {
		// An empty slice keeps its start: the address behind the last element is another object's.
		h.Data = unsafe.Add(h.Data, uintptr(i)*t.Elem.Size)
	}
	h.Len, h.Cap = j-i, k-i
	return box(t, h).with(v.flag.ro())
}

// extended is a copy of the slice header v, with n more elements.
func (v Value) extended(n int) Value {
	if v.kind() != Slice {
		panic(&ValueError{"unknown method", v.kind()})
	}
	if v.flag&roAny != 0 {
		panic("reflect: unknown method using value obtained using unexported field")
	}
	h := *v.header()
	out := box(v.t, h)
	if h.Len+n < 0 {
		panic("reflect.Append: slice overflow")
	}
	if h.Len+n > h.Cap {
		grow(v.t.Elem, out.ptr, n)
	}
	out.header().Len = h.Len + n
	return out
}

// Append appends the values x to the slice s and returns the longer slice.
func Append(s Value, x ...Value) Value {
	n := 0
	if s.kind() == Slice {
		n = s.Len()
	}
	s = s.extended(len(x))
	for i, v := range x {
		s.Index(n + i).Set(v)
	}
	return s
}

// AppendSlice appends the elements of the slice t to the slice s and returns the longer slice.
func AppendSlice(s, t Value) Value {
	for _, v := range []Value{s, t} {
		if v.kind() != Slice {
			panic(&ValueError{"unknown method", v.kind()})
		}
	}
	typesMustMatch("reflect.AppendSlice", s.t.Elem, t.t.Elem)
	n, m := s.Len(), t.Len()
	s = s.extended(m)
	Copy(s.Slice(n, n+m), t)
	return s
}

// Copy copies elements of src to dst until one of them ends and returns how many. dst is a slice or
// an array that can be set; src may also be a string if dst has bytes.
func Copy(dst, src Value) int {
	dk, sk := dst.kind(), src.kind()
	if dk != Array && dk != Slice {
		panic(&ValueError{"reflect.Copy", dk})
	}
	if dk == Array && !dst.CanAddr() {
		panic("reflect: unknown method using unaddressable value")
	}
	if dst.flag&roAny != 0 || src.flag&roAny != 0 {
		panic("reflect: unknown method using value obtained using unexported field")
	}
	elem := dst.t.Elem
	switch {
	case sk == Array || sk == Slice:
		typesMustMatch("reflect.Copy", elem, src.t.Elem)
	case sk != String || kindOf(elem) != Uint8:
		panic(&ValueError{"reflect.Copy", sk})
	}
	n := min(dst.Len(), src.Len())
	move(dst.data(), src.data(), uintptr(n)*elem.Size)
	return n
}

// data is the address of the first element.
func (v Value) data() unsafe.Pointer {
	if v.kind() == Array {
		return v.ptr
	}
	return v.word()
}

// Swapper returns a function that lets two elements of the slice change places. It panics if slice
// is none.
func Swapper(slice any) func(i, j int) {
	v := ValueOf(slice)
	if v.kind() != Slice {
		panic(&ValueError{Method: "Swapper", Kind: v.kind()})
	}
	h := *v.header()
	size := v.t.Elem.Size
	tmp := alloc(v.t.Elem, 1)
	return func(i, j int) {
		if uint(i) >= uint(h.Len) || uint(j) >= uint(h.Len) {
			panic("reflect: slice index out of range")
		}
		p, q := unsafe.Add(h.Data, uintptr(i)*size), unsafe.Add(h.Data, uintptr(j)*size)
		move(tmp, p, size)
		move(p, q, size)
		move(q, tmp, size)
	}
}
