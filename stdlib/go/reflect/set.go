package reflect

import (
	rt "internal/rtype"
	"unsafe"
)

// assignTo returns v as a t, which it must be assignable to.
func (v Value) assignTo(context string, t *rt.Type) Value {
	switch {
	case directlyAssignable(t, v.t):
		return Value{t, v.ptr, v.flag}
	case implements(t, v.t):
		to := Value{t, alloc(t, 1), v.flag &^ isAddr}
		if v.kind() != Interface || !v.IsNil() {
			packIface(t, v.t, v.ptr, to.ptr)
		}
		return to
	}
	panic(context + ": value of type " + v.t.Str + " is not assignable to type " + t.Str)
}

// Set assigns x to v. It panics if v can't be set (see CanSet) or x can't be assigned to its type.
func (v Value) Set(x Value) {
	v.mustBeAssignable("Set")
	x.mustBeExported("Set")
	x = x.assignTo("reflect.Set", v.t)
	move(v.ptr, x.ptr, v.t.Size)
}

// SetZero sets v to the zero value of its type.
func (v Value) SetZero() {
	v.mustBeAssignable("SetZero")
	zero(v.ptr, v.t.Size)
}

func put[T any](v Value, x T) { *(*T)(v.ptr) = x }

// SetBool sets v, of kind Bool.
func (v Value) SetBool(x bool) {
	v.mustBeAssignable("SetBool")
	v.mustBe(Bool, "SetBool")
	put(v, x)
}

// SetInt sets v, of an Int kind; bits that don't fit are lost, see OverflowInt.
func (v Value) SetInt(x int64) {
	v.mustBeAssignable("SetInt")
	switch v.kind() {
	case Int, Int64:
		put(v, x)
	case Int8:
		put(v, int8(x))
	case Int16:
		put(v, int16(x))
	case Int32:
		put(v, int32(x))
	default:
		v.bad("SetInt")
	}
}

// SetUint sets v, of a Uint kind; bits that don't fit are lost, see OverflowUint.
func (v Value) SetUint(x uint64) {
	v.mustBeAssignable("SetUint")
	switch v.kind() {
	case Uint, Uint64, Uintptr:
		put(v, x)
	case Uint8:
		put(v, uint8(x))
	case Uint16:
		put(v, uint16(x))
	case Uint32:
		put(v, uint32(x))
	default:
		v.bad("SetUint")
	}
}

// SetFloat sets v, of a Float kind.
func (v Value) SetFloat(x float64) {
	v.mustBeAssignable("SetFloat")
	switch v.kind() {
	case Float32:
		put(v, float32(x))
	case Float64:
		put(v, x)
	default:
		v.bad("SetFloat")
	}
}

// SetComplex sets v, of a Complex kind.
func (v Value) SetComplex(x complex128) {
	v.mustBeAssignable("SetComplex")
	switch v.kind() {
	case Complex64:
		put(v, complex64(x))
	case Complex128:
		put(v, x)
	default:
		v.bad("SetComplex")
	}
}

// SetString sets v, of kind String.
func (v Value) SetString(x string) {
	v.mustBeAssignable("SetString")
	v.mustBe(String, "SetString")
	put(v, x)
}

// SetBytes sets v, a slice of bytes.
func (v Value) SetBytes(x []byte) {
	v.mustBeAssignable("SetBytes")
	v.mustBe(Slice, "SetBytes")
	if kindOf(v.t.Elem) != Uint8 {
		panic("reflect.Value.SetBytes of non-byte slice")
	}
	put(v, x)
}

// SetPointer sets v, of kind UnsafePointer.
func (v Value) SetPointer(x unsafe.Pointer) {
	v.mustBeAssignable("SetPointer")
	v.mustBe(UnsafePointer, "SetPointer")
	put(v, x)
}
