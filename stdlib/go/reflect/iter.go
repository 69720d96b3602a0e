package reflect

import (
	rt "internal/rtype"
	"iter"
)

// Seq iterates over v as range with one variable does; the values are indices of arrays, slices and
// strings, keys of maps, what channels and functions give, or 0 to n-1 for an integer. It panics if
// v cannot be ranged over.
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

// Seq2 iterates over v as range with two variables does. It panics if that is not possible.
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

func (r *rtype) Fields() iter.Seq[StructField] {
	if r.Kind() != Struct {
		panic("reflect: Fields of non-struct type " + r.String())
	}
	return func(yield func(StructField) bool) {
		for i := range r.NumField() {
			if !yield(r.Field(i)) {
				return
			}
		}
	}
}

func (r *rtype) Methods() iter.Seq[Method] {
	return func(yield func(Method) bool) {
		for i := range r.NumMethod() {
			if !yield(r.Method(i)) {
				return
			}
		}
	}
}

func (r *rtype) Ins() iter.Seq[Type] {
	r.mustBe(Func, "Ins", "non-func")
	return eachType(r.t.Params)
}

func (r *rtype) Outs() iter.Seq[Type] {
	r.mustBe(Func, "Outs", "non-func")
	return eachType(r.t.Results)
}

func eachType(types []*rt.Type) iter.Seq[Type] {
	return func(yield func(Type) bool) {
		for _, t := range types {
			if !yield(toRType(t)) {
				return
			}
		}
	}
}

// Fields iterates over the fields of the struct v, with their values.
func (v Value) Fields() iter.Seq2[StructField, Value] {
	t := v.Type()
	if t.Kind() != Struct {
		panic("reflect: Fields of non-struct type " + t.String())
	}
	return func(yield func(StructField, Value) bool) {
		for i := range v.NumField() {
			if !yield(t.Field(i), v.Field(i)) {
				return
			}
		}
	}
}

// Methods iterates over the methods of v, as functions that have v for their receiver.
func (v Value) Methods() iter.Seq2[Method, Value] {
	t := v.Type()
	return func(yield func(Method, Value) bool) {
		for i := range v.NumMethod() {
			if !yield(t.Method(i), v.Method(i)) {
				return
			}
		}
	}
}
