package reflect

import (
	rt "internal/rtype"
	"strconv"
	"unsafe"
)

// Value is a Go value of any type. The zero Value stands for none: its Kind is Invalid and IsValid
// false. Compare what two Values hold by Equal, not by ==. Several goroutines may use a Value as
// they might use the value itself.
type Value struct {
	t    *rt.Type
	ptr  unsafe.Pointer // where the value lies; nobody writes there unless isAddr is set
	flag flag
}

type flag uintptr

const (
	// Got through an unexported field that is not embedded, or through one that is.
	roSticky flag = 1 << iota
	roEmbed
	isAddr // addressable

	roAny = roSticky | roEmbed
)

// ro is the flag of what is got through a read-only value.
func (f flag) ro() flag {
	if f&roAny != 0 {
		return roSticky
	}
	return 0
}

// ValueError is what methods of Value panic with that don't apply to the value's kind.
type ValueError struct {
	Method string // the method that was called
	Kind   Kind   // the kind of the value
}

// Error returns both in one line.
func (e *ValueError) Error() string {
	if e.Kind == Invalid {
		return "reflect: call of " + e.Method + " on zero Value"
	}
	return "reflect: call of " + e.Method + " on " + e.Kind.String() + " Value"
}

func (v Value) kind() Kind {
	if v.t == nil {
		return Invalid
	}
	return Kind(v.t.Kind)
}

// bad panics because the method does not apply to v.
func (v Value) bad(method string) {
	panic(&ValueError{"reflect.Value." + method, v.kind()})
}

func (v Value) mustBe(k Kind, method string) {
	if v.kind() != k {
		v.bad(method)
	}
}

func (v Value) mustBeExported(method string) {
	if v.t == nil {
		v.bad(method)
	}
	if v.flag&roAny != 0 {
		panic("reflect: reflect.Value." + method + " using value obtained using unexported field")
	}
}

func (v Value) mustBeAssignable(method string) {
	v.mustBeExported(method)
	if v.flag&isAddr == 0 {
		panic("reflect: reflect.Value." + method + " using unaddressable value")
	}
}

// at reads a T at the value's address.
func at[T any](v Value) T { return *(*T)(v.ptr) }

// word is the value of a pointer-shaped kind.
func (v Value) word() unsafe.Pointer { return *(*unsafe.Pointer)(v.ptr) }

// ValueOf returns what i holds, the zero Value if i is nil. To set it, pass a pointer and use Elem.
func ValueOf(i any) Value {
	t := rt.Of(i)
	if t == nil {
		return Value{}
	}
	return Value{t, rt.Data(i), 0}
}

// Indirect returns what the pointer v leads to, and v itself if it is no pointer.
func Indirect(v Value) Value {
	if v.kind() != Pointer {
		return v
	}
	return v.Elem()
}

// copied is a Value of a copy of the t at p.
func copied(t *rt.Type, p unsafe.Pointer, f flag) Value {
	to := alloc(t, 1)
	move(to, p, t.Size)
	return Value{t, to, f}
}

// box makes a Value of type t that is a copy of x, which is laid out as a t.
func box[T any](t *rt.Type, x T) Value {
	p := new(T)
	*p = x
	return Value{t, unsafe.Pointer(p), 0}
}

// Kind, Type, validity

// Kind returns v's kind, Invalid for the zero Value.
func (v Value) Kind() Kind { return v.kind() }

// IsValid reports whether v is not the zero Value.
func (v Value) IsValid() bool { return v.t != nil }

// Type returns v's type. It panics for the zero Value.
func (v Value) Type() Type {
	if v.t == nil {
		v.bad("Type")
	}
	return toRType(v.t)
}

// CanAddr reports whether v has an address: it is an element of a slice, what a pointer leads to,
// or a part of such a value.
func (v Value) CanAddr() bool { return v.flag&isAddr != 0 }

// CanSet reports whether v can be changed: it has an address and was not reached through an
// unexported field.
func (v Value) CanSet() bool { return v.flag&(isAddr|roAny) == isAddr }

// CanInterface reports whether Interface works: v was not reached through an unexported field.
func (v Value) CanInterface() bool {
	if v.t == nil {
		v.bad("CanInterface")
	}
	return v.flag&roAny == 0
}

// Interface returns what v holds as an any. It panics if v was reached through an unexported field.
func (v Value) Interface() (i any) {
	if v.t == nil {
		v.bad("Interface")
	}
	if v.flag&roAny != 0 {
		panic("reflect.Value.Interface: cannot return value obtained from unexported field or method")
	}
	return rt.Pack(v.t, v.ptr)
}

// TypeAssert is v.Interface().(T), without the detour by an any.
func TypeAssert[T any](v Value) (T, bool) {
	if v.t == nil {
		panic(&ValueError{"reflect.TypeAssert", Invalid})
	}
	if v.flag&roAny != 0 {
		panic("reflect.TypeAssert: cannot return value obtained from unexported field or method")
	}
	x, ok := rt.Pack(v.t, v.ptr).(T)
	return x, ok
}

// String returns the text of a value of kind String, and for others something like "<int Value>".
func (v Value) String() string {
	switch v.kind() {
	case String:
		return at[string](v)
	case Invalid:
		return "<invalid Value>"
	}
	return "<" + v.t.Str + " Value>"
}

// Getters

// Bool returns the value of kind Bool.
func (v Value) Bool() bool {
	v.mustBe(Bool, "Bool")
	return at[bool](v)
}

// CanInt reports whether Int works.
func (v Value) CanInt() bool { return isInt(v.kind()) }

// CanUint reports whether Uint works.
func (v Value) CanUint() bool { return isUint(v.kind()) }

// CanFloat reports whether Float works.
func (v Value) CanFloat() bool { return isFloat(v.kind()) }

// CanComplex reports whether Complex works.
func (v Value) CanComplex() bool { return v.kind() == Complex64 || v.kind() == Complex128 }

// Int returns the value of an Int kind.
func (v Value) Int() int64 {
	switch v.kind() {
	case Int, Int64:
		return at[int64](v)
	case Int8:
		return int64(at[int8](v))
	case Int16:
		return int64(at[int16](v))
	case Int32:
		return int64(at[int32](v))
	}
	v.bad("Int")
	return 0
}

// Uint returns the value of a Uint kind.
func (v Value) Uint() uint64 {
	switch v.kind() {
	case Uint, Uint64, Uintptr:
		return at[uint64](v)
	case Uint8:
		return uint64(at[uint8](v))
	case Uint16:
		return uint64(at[uint16](v))
	case Uint32:
		return uint64(at[uint32](v))
	}
	v.bad("Uint")
	return 0
}

// Float returns the value of a Float kind.
func (v Value) Float() float64 {
	switch v.kind() {
	case Float32:
		return float64(at[float32](v))
	case Float64:
		return at[float64](v)
	}
	v.bad("Float")
	return 0
}

// Complex returns the value of a Complex kind.
func (v Value) Complex() complex128 {
	switch v.kind() {
	case Complex64:
		return complex128(at[complex64](v))
	case Complex128:
		return at[complex128](v)
	}
	v.bad("Complex")
	return 0
}

// Bytes returns a slice of bytes, or an array of bytes that has an address, without copying it.
func (v Value) Bytes() []byte {
	switch v.kind() {
	case Slice:
		if kindOf(v.t.Elem) != Uint8 {
			panic("reflect.Value.Bytes of non-byte slice")
		}
		return at[[]byte](v)
	case Array:
		if kindOf(v.t.Elem) != Uint8 {
			panic("reflect.Value.Bytes of non-byte array")
		}
		if !v.CanAddr() {
			panic("reflect.Value.Bytes of unaddressable byte array")
		}
		return unsafe.Slice((*byte)(v.ptr), int(v.t.Len))
	}
	v.bad("Bytes")
	return nil
}

// OverflowInt reports whether x doesn't fit v's type.
func (v Value) OverflowInt(x int64) bool {
	if !isInt(v.kind()) {
		v.bad("OverflowInt")
	}
	return overflowInt(v.t.Size, x)
}

// OverflowUint reports whether x doesn't fit v's type.
func (v Value) OverflowUint(x uint64) bool {
	if !isUint(v.kind()) {
		v.bad("OverflowUint")
	}
	return overflowUint(v.t.Size, x)
}

// OverflowFloat reports whether x doesn't fit v's type.
func (v Value) OverflowFloat(x float64) bool {
	if !isFloat(v.kind()) {
		v.bad("OverflowFloat")
	}
	return v.kind() == Float32 && overflowFloat32(x)
}

// OverflowComplex reports whether x doesn't fit v's type.
func (v Value) OverflowComplex(x complex128) bool {
	if !v.CanComplex() {
		v.bad("OverflowComplex")
	}
	return v.kind() == Complex64 && (overflowFloat32(real(x)) || overflowFloat32(imag(x)))
}

// Pointers

// Elem returns what the interface v holds or the pointer v leads to, the zero Value for nil.
func (v Value) Elem() Value {
	switch v.kind() {
	case Interface:
		t, p := rt.Unpack(v.t, v.ptr)
		if t == nil {
			return Value{}
		}
		if t.Flags&rt.FlagDirect != 0 {
			// The data word may change under the Value.
			return box(t, *(*unsafe.Pointer)(p)).with(v.flag.ro())
		}
		return Value{t, p, v.flag.ro()}
	case Pointer:
		p := v.word()
		if p == nil {
			return Value{}
		}
		return Value{v.t.Elem, p, v.flag&roAny | isAddr}
	}
	v.bad("Elem")
	return Value{}
}

func (v Value) with(f flag) Value {
	v.flag |= f
	return v
}

// Addr returns a pointer to v. It panics if v has no address.
func (v Value) Addr() Value {
	if v.flag&isAddr == 0 {
		panic("reflect.Value.Addr of unaddressable value")
	}
	return box(ptrTo(v.t), v.ptr).with(v.flag & roAny)
}

// UnsafeAddr returns v's address as a number. It panics if v has none.
func (v Value) UnsafeAddr() uintptr {
	if v.t == nil {
		v.bad("UnsafeAddr")
	}
	if v.flag&isAddr == 0 {
		panic("reflect.Value.UnsafeAddr of unaddressable value")
	}
	return uintptr(v.ptr)
}

func (v Value) pointer(method string) unsafe.Pointer {
	switch v.kind() {
	case Pointer, Chan, Map, UnsafePointer, Slice, String:
		return v.word()
	case Func:
		p := v.word()
		if p != nil {
			p = *(*unsafe.Pointer)(p)
		}
		return p
	}
	v.bad(method)
	return nil
}

// Pointer returns the address that a pointer, slice, map, channel, function or string leads to as a
// number.
func (v Value) Pointer() uintptr { return uintptr(v.pointer("Pointer")) }

// UnsafePointer is Pointer with an unsafe.Pointer for its result.
func (v Value) UnsafePointer() unsafe.Pointer { return v.pointer("UnsafePointer") }

// InterfaceData returns two words that an interface consists of. What they mean is not defined.
func (v Value) InterfaceData() [2]uintptr {
	v.mustBe(Interface, "InterfaceData")
	return at[[2]uintptr](v)
}

// IsNil reports whether a channel, function, interface, map, pointer or slice is nil. It panics for
// other kinds.
func (v Value) IsNil() bool {
	switch v.kind() {
	case Chan, Func, Interface, Map, Pointer, Slice, UnsafePointer:
		return v.word() == nil
	}
	v.bad("IsNil")
	return false
}

// IsZero reports whether v is the zero value of its type. It panics for the zero Value.
func (v Value) IsZero() bool {
	switch v.kind() {
	case Invalid:
		v.bad("IsZero")
	case Chan, Func, Interface, Map, Pointer, Slice, UnsafePointer:
		return v.word() == nil
	case String:
		return len(at[string](v)) == 0
	case Float32, Float64:
		return v.Float() == 0
	case Complex64, Complex128:
		return v.Complex() == 0
	case Array:
		if v.t.Flags&rt.FlagPlainEq != 0 {
			return isZero(v.ptr, v.t.Size)
		}
		for i := 0; i < int(v.t.Len); i++ {
			if !v.Index(i).IsZero() {
				return false
			}
		}
		return true
	case Struct:
		if v.t.Flags&rt.FlagPlainEq != 0 {
			return isZero(v.ptr, v.t.Size)
		}
		for i := range v.t.Fields {
			if !v.Field(i).IsZero() && v.t.Fields[i].Name != "_" {
				return false
			}
		}
		return true
	}
	return isZero(v.ptr, v.t.Size)
}

// Comparison

// Comparable reports whether v can be compared by == without a panic.
func (v Value) Comparable() bool {
	switch v.kind() {
	case Invalid:
		return true
	case Interface:
		return v.IsNil() || v.Elem().Comparable()
	case Array:
		if kindOf(v.t.Elem) != Interface && kindOf(v.t.Elem) != Array && kindOf(v.t.Elem) != Struct {
			return v.t.Flags&rt.FlagComparable != 0
		}
		for i := 0; i < int(v.t.Len); i++ {
			if !v.Index(i).Comparable() {
				return false
			}
		}
		return true
	case Struct:
		for i := range v.t.Fields {
			if !v.Field(i).Comparable() {
				return false
			}
		}
		return true
	}
	return v.t.Flags&rt.FlagComparable != 0
}

// Equal reports whether v == u. Values of different types are not equal, two zero Values are.
func (v Value) Equal(u Value) bool {
	if v.kind() == Interface {
		v = v.Elem()
	}
	if u.kind() == Interface {
		u = u.Elem()
	}
	if v.t == nil || u.t == nil {
		return v.t == u.t
	}
	if v.t != u.t {
		return false
	}
	if v.t.Flags&rt.FlagComparable == 0 {
		switch k := v.kind(); {
		case k == Func, k == Map, k == Slice, k == Array && v.t.Len == 0:
			panic("reflect.Value.Equal: values of type " + v.t.Str + " are not comparable")
		}
	}
	switch v.kind() {
	case Array:
		for i := 0; i < int(v.t.Len); i++ {
			if !v.Index(i).Equal(u.Index(i)) {
				return false
			}
		}
		return true
	case Struct:
		for i := range v.t.Fields {
			if !v.Field(i).Equal(u.Field(i)) {
				return false
			}
		}
		return true
	}
	return equal(v.t, v.ptr, u.ptr)
}

// Struct fields

// NumField returns the number of fields of the struct v.
func (v Value) NumField() int {
	v.mustBe(Struct, "NumField")
	return len(v.t.Fields)
}

// Field returns the field i of the struct v.
func (v Value) Field(i int) Value {
	v.mustBe(Struct, "Field")
	if i < 0 || i >= len(v.t.Fields) {
		panic("reflect: Field index out of range")
	}
	f := &v.t.Fields[i]
	fl := v.flag&(roSticky|isAddr) | v.flag&roEmbed
	if fl&roEmbed != 0 && f.Exported {
		// Exported fields of an embedded struct of unexported type are as good as any.
		fl &^= roEmbed
	}
	if !f.Exported {
		if f.Embedded {
			fl |= roEmbed
		} else {
			fl |= roSticky
		}
	}
	return Value{f.Typ, unsafe.Add(v.ptr, f.Offset), fl}
}

// FieldByIndex returns the field that a path of indices leads to. It panics at a nil embedded
// pointer.
func (v Value) FieldByIndex(index []int) Value {
	if len(index) == 1 {
		return v.Field(index[0])
	}
	v.mustBe(Struct, "FieldByIndex")
	for i, x := range index {
		if i > 0 && v.kind() == Pointer && kindOf(v.t.Elem) == Struct {
			if v.IsNil() {
				panic("reflect: indirection through nil pointer to embedded struct")
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v
}

// fieldError is the error of FieldByIndexErr.
type fieldError string

func (e fieldError) Error() string { return string(e) }

// FieldByIndexErr is FieldByIndex with an error for a nil embedded pointer.
func (v Value) FieldByIndexErr(index []int) (Value, error) {
	if len(index) == 1 {
		return v.Field(index[0]), nil
	}
	v.mustBe(Struct, "FieldByIndexErr")
	for i, x := range index {
		if i > 0 && v.kind() == Pointer && kindOf(v.t.Elem) == Struct {
			if v.IsNil() {
				name := v.t.Elem.Name
				return Value{}, fieldError("reflect: indirection through nil pointer to embedded struct field " + name)
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v, nil
}

// FieldByName returns the field of that name, also a promoted one; the zero Value if there is none.
func (v Value) FieldByName(name string) Value {
	v.mustBe(Struct, "FieldByName")
	if f, ok := toRType(v.t).FieldByName(name); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// FieldByNameFunc returns the only field whose name match accepts; the zero Value if there is none
// or several.
func (v Value) FieldByNameFunc(match func(string) bool) Value {
	if f, ok := toRType(v.t).FieldByNameFunc(match); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// typesMustMatch panics unless the types are identical.
func typesMustMatch(what string, t, u *rt.Type) {
	if t != u {
		panic(what + ": " + t.Str + " != " + u.Str)
	}
}

func itoa(n int) string { return strconv.Itoa(n) }

func quote(s string) string { return strconv.Quote(s) }
