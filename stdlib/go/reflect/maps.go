package reflect

import (
	rt "internal/rtype"
	"unsafe"
)

// MapIndex returns the value of key in the map v, the zero Value if there is none.
func (v Value) MapIndex(key Value) Value {
	v.mustBe(Map, "MapIndex")
	key = key.assignTo("reflect.Value.MapIndex", v.t.Key)
	e := mapGet(v.t, v.word(), key.ptr)
	if e == nil {
		return Value{}
	}
	return copied(v.t.Elem, e, (v.flag | key.flag).ro())
}

// MapKeys returns the keys of the map v, in no order.
func (v Value) MapKeys() []Value {
	v.mustBe(Map, "MapKeys")
	m := v.word()
	keys := make([]Value, 0, rt.MapLen(v.t, m))
	for it := mapIter(m); ; {
		k, _ := mapNext(v.t, it)
		if k == nil {
			return keys
		}
		keys = append(keys, copied(v.t.Key, k, v.flag.ro()))
	}
}

// SetMapIndex sets the value of key in the map v, or deletes key if elem is the zero Value. It
// panics if v is a nil map.
func (v Value) SetMapIndex(key, elem Value) {
	v.mustBe(Map, "SetMapIndex")
	v.mustBeExported("SetMapIndex")
	key.mustBeExported("SetMapIndex")
	key = key.assignTo("reflect.Value.SetMapIndex", v.t.Key)
	if elem.t == nil {
		mapDelete(v.t, v.word(), key.ptr)
		return
	}
	elem.mustBeExported("SetMapIndex")
	elem = elem.assignTo("reflect.Value.SetMapIndex", v.t.Elem)
	mapSet(v.t, v.word(), key.ptr, elem.ptr)
}

// MapIter goes through the entries of a map; Value.MapRange makes it.
type MapIter struct {
	m         Value
	it        unsafe.Pointer // the machine's iterator, once Next has been called
	key, elem unsafe.Pointer // of the current entry: copies
}

// MapRange returns an iterator over the entries of the map v.
//
//	iter := v.MapRange()
//	for iter.Next() {
//		fmt.Println(iter.Key(), iter.Value())
//	}
func (v Value) MapRange() *MapIter {
	if v.kind() != Map {
		v.bad("MapRange")
	}
	return &MapIter{m: v}
}

// Next goes to the next entry and reports whether there is one. It must be called before the first.
func (it *MapIter) Next() bool {
	if it.m.t == nil {
		panic("MapIter.Next called on an iterator that does not have an associated map Value")
	}
	t := it.m.t
	if it.it == nil {
		it.it = mapIter(it.m.word())
	} else if it.key == nil {
		panic("MapIter.Next called on exhausted iterator")
	}
	k, e := mapNext(t, it.it)
	it.key, it.elem = nil, nil
	if k == nil {
		return false
	}
	it.key, it.elem = copied(t.Key, k, 0).ptr, copied(t.Elem, e, 0).ptr
	return true
}

func (it *MapIter) check(method string) {
	if it.it == nil {
		panic(method + " called before Next")
	}
	if it.key == nil {
		panic(method + " called on exhausted iterator")
	}
}

// Key returns the entry's key.
func (it *MapIter) Key() Value {
	it.check("MapIter.Key")
	return Value{it.m.t.Key, it.key, it.m.flag.ro()}
}

// Value returns the entry's value.
func (it *MapIter) Value() Value {
	it.check("MapIter.Value")
	return Value{it.m.t.Elem, it.elem, it.m.flag.ro()}
}

// Reset makes the iterator begin anew with the map v; the zero Value lets go of the map.
func (it *MapIter) Reset(v Value) {
	if v.t != nil {
		v.mustBe(Map, "MapRange")
	}
	*it = MapIter{m: v}
}

// SetIterKey sets v to the iterator's key, like v.Set(iter.Key()) but without a copy between.
func (v Value) SetIterKey(iter *MapIter) {
	if iter.it == nil {
		panic("reflect: Value.SetIterKey called before Next")
	}
	iter.check("Value.SetIterKey")
	v.setEntry("SetIterKey", Value{iter.m.t.Key, iter.key, iter.m.flag & roAny})
}

// SetIterValue sets v to the iterator's value, like v.Set(iter.Value()) but without a copy between.
func (v Value) SetIterValue(iter *MapIter) {
	if iter.it == nil {
		panic("reflect: Value.SetIterValue called before Next")
	}
	iter.check("Value.SetIterValue")
	v.setEntry("SetIterValue", Value{iter.m.t.Elem, iter.elem, iter.m.flag & roAny})
}

func (v Value) setEntry(method string, x Value) {
	v.mustBeAssignable(method)
	x.mustBeExported(method)
	x = x.assignTo("reflect.MapIter."+method, v.t)
	move(v.ptr, x.ptr, v.t.Size)
}
