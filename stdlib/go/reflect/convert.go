package reflect

import rt "internal/rtype"

// CanConvert reports whether Convert would work without a panic.
func (v Value) CanConvert(t Type) bool {
	if !v.Type().ConvertibleTo(t) {
		return false
	}
	if v.kind() != Slice {
		return true
	}
	switch t.Kind() {
	case Array:
		return t.Len() <= v.Len()
	case Pointer:
		return t.Elem().Kind() != Array || t.Elem().Len() <= v.Len()
	}
	return true
}

// Convert returns v converted to the type t as Go's conversions do. It panics if there is none, or
// a slice is too short for its array.
func (v Value) Convert(t Type) Value {
	c := converter(t.common(), v.t)
	if c == nil {
		panic("reflect.Value.Convert: value of type " + v.t.Str + " cannot be converted to type " + t.String())
	}
	return c(v, t.common()).with(v.flag.ro())
}

// converter returns the function that converts values of type src to dst, nil if Go does not.
func converter(dst, src *rt.Type) func(Value, *rt.Type) Value {
	d, s := kindOf(dst), kindOf(src)
	switch {
	case isInt(s):
		switch {
		case isInt(d) || isUint(d):
			return fromInt
		case isFloat(d):
			return func(v Value, t *rt.Type) Value { return newFloat(t, float64(v.Int())) }
		case d == String:
			return func(v Value, t *rt.Type) Value { return newString(t, runeString(v.Int())) }
		}
	case isUint(s):
		switch {
		case isInt(d) || isUint(d):
			return func(v Value, t *rt.Type) Value { return newInt(t, v.Uint()) }
		case isFloat(d):
			return func(v Value, t *rt.Type) Value { return newFloat(t, float64(v.Uint())) }
		case d == String:
			return func(v Value, t *rt.Type) Value {
				x := v.Uint()
				if x > 0x10FFFF {
					x = 0xFFFD
				}
				return newString(t, runeString(int64(x)))
			}
		}
	case isFloat(s):
		switch {
		case isInt(d):
			return func(v Value, t *rt.Type) Value { return newInt(t, uint64(int64(v.Float()))) }
		case isUint(d):
			return func(v Value, t *rt.Type) Value { return newInt(t, uint64(v.Float())) }
		case isFloat(d):
			return fromFloat
		}
	case s == Complex64 || s == Complex128:
		if d == Complex64 || d == Complex128 {
			return fromComplex
		}
	case s == String:
		if d == Slice && dst.Elem.PkgPath == "" {
			switch kindOf(dst.Elem) {
			case Uint8:
				return func(v Value, t *rt.Type) Value { return box(t, []byte(at[string](v))) }
			case Int32:
				return func(v Value, t *rt.Type) Value { return box(t, []rune(at[string](v))) }
			}
		}
	case s == Slice:
		if d == String && src.Elem.PkgPath == "" {
			switch kindOf(src.Elem) {
			case Uint8:
				return func(v Value, t *rt.Type) Value { return newString(t, string(at[[]byte](v))) }
			case Int32:
				return func(v Value, t *rt.Type) Value { return newString(t, string(at[[]rune](v))) }
			}
		}
		if d == Pointer && kindOf(dst.Elem) == Array && src.Elem == dst.Elem.Elem {
			return toArrayPointer
		}
		if d == Array && src.Elem == dst.Elem {
			return toArray
		}
	case s == Chan:
		if d == Chan && ChanDir(src.Len) == BothDir && src.Elem == dst.Elem && (dst.Name == "" || src.Name == "") {
			return sameBits
		}
	}
	if sameUnderlying(dst, src, false) {
		return sameBits
	}
	if d == Pointer && dst.Name == "" && s == Pointer && src.Name == "" &&
		sameUnderlying(dst.Elem, src.Elem, false) {
		return sameBits
	}
	if implements(dst, src) {
		return func(v Value, t *rt.Type) Value {
			v.flag &^= roAny
			return v.assignTo("reflect.Value.Convert", t)
		}
	}
	return nil
}

func sameBits(v Value, t *rt.Type) Value { return copied(t, v.ptr, 0) }

func newInt(t *rt.Type, x uint64) Value {
	switch t.Size {
	case 1:
		return box(t, uint8(x))
	case 2:
		return box(t, uint16(x))
	case 4:
		return box(t, uint32(x))
	}
	return box(t, x)
}

func newFloat(t *rt.Type, x float64) Value {
	if t.Size == 4 {
		return box(t, float32(x))
	}
	return box(t, x)
}

func newString(t *rt.Type, s string) Value { return box(t, s) }

func runeString(x int64) string {
	if int64(rune(x)) != x {
		return "\uFFFD"
	}
	return string(rune(x))
}

func fromInt(v Value, t *rt.Type) Value { return newInt(t, uint64(v.Int())) }

func fromFloat(v Value, t *rt.Type) Value {
	if v.t.Size == 4 && t.Size == 4 {
		// A signalling NaN stays what it is.
		return box(t, at[float32](v))
	}
	return newFloat(t, v.Float())
}

func fromComplex(v Value, t *rt.Type) Value {
	if t.Size == 8 {
		return box(t, complex64(v.Complex()))
	}
	return box(t, v.Complex())
}

func toArrayPointer(v Value, t *rt.Type) Value {
	n := int(t.Elem.Len)
	if n > v.Len() {
		panic("reflect: cannot convert slice with length " + itoa(v.Len()) + " to pointer to array with length " + itoa(n))
	}
	return box(t, v.word())
}

func toArray(v Value, t *rt.Type) Value {
	n := int(t.Len)
	if n > v.Len() {
		panic("reflect: cannot convert slice with length " + itoa(v.Len()) + " to array with length " + itoa(n))
	}
	out := Value{t, alloc(t, 1), 0}
	move(out.ptr, v.word(), t.Size)
	return out
}
