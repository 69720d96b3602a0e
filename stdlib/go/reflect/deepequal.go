package reflect

import (
	rt "internal/rtype"
	"unsafe"
)

// visit is a comparison under way: reached again, it counts as equal.
type visit struct {
	p, q unsafe.Pointer
	t    *rt.Type
}

// DeepEqual reports whether x and y are equal all the way down: elements of arrays and slices,
// fields of structs, entries of maps, what pointers lead to and interfaces hold. Types must be the
// same. Functions are equal only if both are nil, a nil slice or map is not equal to an empty one,
// and NaN is not equal to itself unless both share the memory. Cycles are no problem.
//
//	reflect.DeepEqual(map[string][]int{"a": {1}}, map[string][]int{"a": {1}}) // true
func DeepEqual(x, y any) bool {
	if x == nil || y == nil {
		return x == y
	}
	v, w := ValueOf(x), ValueOf(y)
	return v.t == w.t && deepEqual(v, w, map[visit]bool{})
}

func deepEqual(v, w Value, visited map[visit]bool) bool {
	if v.t == nil || w.t == nil {
		return v.t == w.t
	}
	if v.t != w.t {
		return false
	}
	if isPlain(v.t) {
		return equal(v.t, v.ptr, w.ptr)
	}
	if seen(v, w, visited) {
		return true
	}
	switch v.kind() {
	case Array:
		return deepElements(v, w, visited)
	case Slice:
		if v.IsNil() != w.IsNil() || v.Len() != w.Len() {
			return false
		}
		return v.word() == w.word() || deepElements(v, w, visited)
	case Interface:
		if v.IsNil() || w.IsNil() {
			return v.IsNil() == w.IsNil()
		}
		return deepEqual(v.Elem(), w.Elem(), visited)
	case Pointer:
		return v.word() == w.word() || deepEqual(v.Elem(), w.Elem(), visited)
	case Struct:
		for i := range v.t.Fields {
			if !deepEqual(v.Field(i), w.Field(i), visited) {
				return false
			}
		}
		return true
	case Map:
		if v.IsNil() != w.IsNil() || v.Len() != w.Len() {
			return false
		}
		if v.word() == w.word() {
			return true
		}
		for it := v.MapRange(); it.Next(); {
			e := w.MapIndex(it.Key())
			if e.t == nil || !deepEqual(it.Value(), e, visited) {
				return false
			}
		}
		return true
	case Func:
		return v.IsNil() && w.IsNil()
	}
	return equal(v.t, v.ptr, w.ptr)
}

// isPlain reports whether values are equal all the way down if their bytes are.
func isPlain(t *rt.Type) bool {
	return t.Flags&(rt.FlagPlainEq|rt.FlagPointers) == rt.FlagPlainEq
}

func deepElements(v, w Value, visited map[visit]bool) bool {
	if isPlain(v.t.Elem) {
		return sameBytes(v.data(), w.data(), uintptr(v.Len())*v.t.Elem.Size)
	}
	for i := 0; i < v.Len(); i++ {
		if !deepEqual(v.Index(i), w.Index(i), visited) {
			return false
		}
	}
	return true
}

// seen reports whether v and w, which may be parts of a cycle, are being compared already, and notes it.
func seen(v, w Value, visited map[visit]bool) bool {
	var p, q unsafe.Pointer
	switch v.kind() {
	case Pointer, Map, Slice:
		p, q = v.word(), w.word()
	case Interface:
		p, q = v.ptr, w.ptr
	default:
		return false
	}
	if p == nil || q == nil {
		return false
	}
	if uintptr(p) > uintptr(q) {
		p, q = q, p
	}
	at := visit{p, q, v.t}
	if v.kind() == Slice && v.Len() != w.Len() {
		return false
	}
	if visited[at] {
		return true
	}
	visited[at] = true
	return false
}
