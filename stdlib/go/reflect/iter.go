package reflect

import "iter"

// Seq returns an iterator over v, as range with one variable.
func (v Value) Seq() iter.Seq[Value] {
	if v.kind() != Invalid && kindOf(v.t) == Func && takesYield(v.t, 1) {
		return func(yield func(Value) bool) {
			y := MakeFunc(toRType(v.t.Params[0]), func(in []Value) []Value {
				return []Value{ValueOf(yield(in[0]))}
			})
			v.Call([]Value{y})
		}
	}
	switch k := v.kind(); {
	case isInt(k):
		return func(yield func(Value) bool) {
			for i := int64(0); i < v.Int(); i++ {
				if !yield(newInt(v.t, uint64(i))) {
					return
				}
			}
		}
	case isUint(k):
		return func(yield func(Value) bool) {
			for i := uint64(0); i < v.Uint(); i++ {
				if !yield(newInt(v.t, i)) {
					return
				}
			}
		}
	case k == Array, k == Slice, k == Pointer && kindOf(v.t.Elem) == Array:
		return func(yield func(Value) bool) {
			for i := range v.Len() {
				if !yield(ValueOf(i)) {
					return
				}
			}
		}
	case k == String:
		return func(yield func(Value) bool) {
			for i := range v.String() {
				if !yield(ValueOf(i)) {
					return
				}
			}
		}
	case k == Map:
		return func(yield func(Value) bool) {
			for it := v.MapRange(); it.Next(); {
				if !yield(it.Key()) {
					return
				}
			}
		}
	case k == Chan:
		return func(yield func(Value) bool) {
			for x, ok := v.Recv(); ok; x, ok = v.Recv() {
				if !yield(x) {
					return
				}
			}
		}
	}
	panic("reflect: " + v.Type().String() + " cannot produce iter.Seq[Value]")
}

// Seq2 returns an iterator over v, as range with two variables.
func (v Value) Seq2() iter.Seq2[Value, Value] {
	if v.kind() != Invalid && kindOf(v.t) == Func && takesYield(v.t, 2) {
		return func(yield func(Value, Value) bool) {
			y := MakeFunc(toRType(v.t.Params[0]), func(in []Value) []Value {
				return []Value{ValueOf(yield(in[0], in[1]))}
			})
			v.Call([]Value{y})
		}
	}
	switch k := v.kind(); {
	case k == Array, k == Slice, k == Pointer && kindOf(v.t.Elem) == Array:
		return func(yield func(Value, Value) bool) {
			a := Indirect(v)
			for i := range a.Len() {
				if !yield(ValueOf(i), a.Index(i)) {
					return
				}
			}
		}
	case k == String:
		return func(yield func(Value, Value) bool) {
			for i, c := range v.String() {
				if !yield(ValueOf(i), ValueOf(c)) {
					return
				}
			}
		}
	case k == Map:
		return func(yield func(Value, Value) bool) {
			for it := v.MapRange(); it.Next(); {
				if !yield(it.Key(), it.Value()) {
					return
				}
			}
		}
	}
	panic("reflect: " + v.Type().String() + " cannot produce iter.Seq2[Value, Value]")
}
