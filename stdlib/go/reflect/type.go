// Package reflect looks at values and types that are only known when the program runs, and changes
// and makes them.
//
//	type Point struct {
//		X int `json:"x"`
//		Y int
//	}
//
//	p := Point{1, 2}
//	v := reflect.ValueOf(&p).Elem() // by way of a pointer, so that it can be set
//	for i := range v.NumField() {
//		f := v.Type().Field(i)
//		fmt.Println(f.Name, f.Type, f.Tag.Get("json"), v.Field(i).Int())
//	}
//	v.FieldByName("X").SetInt(7)
//	fmt.Println(p) // {7 2}
//
// TypeOf and ValueOf are the ways in, Value.Interface is the way out. Methods of Value panic for
// values of the wrong kind: ask Kind first. What is reached through an unexported field can be
// looked at, but not be set or got out by Interface.
package reflect

import (
	rt "internal/rtype"
	"iter"
	"strconv"
	"unsafe"
)

// Type is a Go type. Types can be compared by ==: equal ones are the same type. Methods that don't
// apply to a kind panic.
//
//	t := reflect.TypeFor[map[string]int]()
//	fmt.Println(t, t.Kind(), t.Key(), t.Elem()) // map[string]int map string int
type Type interface {
	Align() int                                                  // alignment of variables in bytes
	FieldAlign() int                                             // alignment of struct fields in bytes
	Method(int) Method                                           // the method i of the method set, sorted by name
	Methods() iter.Seq[Method]                                   // iterates over the methods
	MethodByName(string) (Method, bool)                          // the method, and whether there is one
	NumMethod() int                                              // number of exported methods; of an interface type all
	Name() string                                                // name of a named type in its package, "" for others
	PkgPath() string                                             // import path of a named type's package, "" for others
	Size() uintptr                                               // size of a value in bytes
	String() string                                              // text such as "[]main.Point"; it need not be unique
	Kind() Kind                                                  // what the type is made of
	Implements(u Type) bool                                      // whether the type has all methods of the interface type u
	AssignableTo(u Type) bool                                    // whether values can be assigned to variables of type u
	ConvertibleTo(u Type) bool                                   // whether values can be converted to type u, though they may panic
	Comparable() bool                                            // whether == works, though it may panic for what interfaces hold
	Bits() int                                                   // size of a number in bits
	ChanDir() ChanDir                                            // direction of a channel type
	IsVariadic() bool                                            // whether a function's last parameter is ...
	Elem() Type                                                  // element of an Array, Chan, Map, Pointer or Slice
	Field(i int) StructField                                     // the field i of a struct
	Fields() iter.Seq[StructField]                               // iterates over a struct's fields
	FieldByIndex(index []int) StructField                        // the field that a path of indices leads to
	FieldByName(name string) (StructField, bool)                 // the field, also a promoted one, and whether there is one
	FieldByNameFunc(match func(string) bool) (StructField, bool) // the only field, also a promoted one, whose name match accepts
	In(i int) Type                                               // type of a function's parameter i
	Ins() iter.Seq[Type]                                         // iterates over a function's parameters
	Key() Type                                                   // key of a map type
	Len() int                                                    // length of an array type
	NumField() int                                               // number of a struct's fields
	NumIn() int                                                  // number of a function's parameters
	NumOut() int                                                 // number of a function's results
	Out(i int) Type                                              // type of a function's result i
	Outs() iter.Seq[Type]                                        // iterates over a function's results
	OverflowComplex(x complex128) bool                           // whether x does not fit
	OverflowFloat(x float64) bool                                // whether x does not fit
	OverflowInt(x int64) bool                                    // whether x does not fit
	OverflowUint(x uint64) bool                                  // whether x does not fit
	CanSeq() bool                                                // whether range with one variable works
	CanSeq2() bool                                               // whether range with two variables works
	common() *rt.Type
}

// Kind tells what a type is made of, whatever its name: time.Duration is of kind Int64.
type Kind uint

// Invalid is the kind of the zero Value, the others are those of Go's types.
const (
	Invalid Kind = iota
	Bool
	Int
	Int8
	Int16
	Int32
	Int64
	Uint
	Uint8
	Uint16
	Uint32
	Uint64
	Uintptr
	Float32
	Float64
	Complex64
	Complex128
	Array
	Chan
	Func
	Interface
	Map
	Pointer
	Slice
	String
	Struct
	UnsafePointer
)

// Ptr is the old name of Pointer.
const Ptr = Pointer

var kindNames = [...]string{
	"invalid", "bool", "int", "int8", "int16", "int32", "int64",
	"uint", "uint8", "uint16", "uint32", "uint64", "uintptr",
	"float32", "float64", "complex64", "complex128",
	"array", "chan", "func", "interface", "map", "ptr", "slice", "string", "struct", "unsafe.Pointer",
}

// String returns the kind's name, such as "struct".
func (k Kind) String() string {
	if k < Kind(len(kindNames)) {
		return kindNames[k]
	}
	return "kind" + strconv.Itoa(int(k))
}

// ChanDir is the direction of a channel type.
type ChanDir int

// RecvDir, SendDir and BothDir are the directions of channel types.
const (
	RecvDir ChanDir             = 1 << iota // <-chan
	SendDir                                 // chan<-
	BothDir = RecvDir | SendDir             // chan
)

// String returns the direction as Go writes it, such as "<-chan".
func (d ChanDir) String() string {
	switch d {
	case SendDir:
		return "chan<-"
	case RecvDir:
		return "<-chan"
	case BothDir:
		return "chan"
	}
	return "ChanDir" + strconv.Itoa(int(d))
}

// rtype is a descriptor as a Type.
type rtype struct{ t rt.Type }

func toRType(t *rt.Type) *rtype { return (*rtype)(unsafe.Pointer(t)) }

// toType makes a nil Type of a nil descriptor.
func toType(t *rt.Type) Type {
	if t == nil {
		return nil
	}
	return toRType(t)
}

// TypeOf returns the dynamic type of i, nil if i is nil.
func TypeOf(i any) Type { return toType(rt.Of(i)) }

// TypeFor returns the type that its type argument names, which may be an interface:
// reflect.TypeFor[error]().
func TypeFor[T any]() Type {
	var p *T
	return toType(rt.Of(p).Elem)
}

func kindOf(t *rt.Type) Kind { return Kind(t.Kind) }

func (r *rtype) common() *rt.Type { return &r.t }
func (r *rtype) Align() int       { return int(r.t.Align) }
func (r *rtype) FieldAlign() int  { return int(r.t.FieldAlign) }
func (r *rtype) Size() uintptr    { return r.t.Size }
func (r *rtype) String() string   { return r.t.Str }
func (r *rtype) Kind() Kind       { return Kind(r.t.Kind) }
func (r *rtype) Name() string     { return r.t.Name }
func (r *rtype) PkgPath() string  { return r.t.PkgPath }
func (r *rtype) Comparable() bool { return r.t.Flags&rt.FlagComparable != 0 }

// mustBe panics unless the type is of kind k; what says it is asked for, want what it should be.
func (r *rtype) mustBe(k Kind, what, want string) {
	if r.Kind() != k {
		panic("reflect: " + what + " of " + want + " type " + r.String())
	}
}

func (r *rtype) Bits() int {
	if k := r.Kind(); k < Int || k > Complex128 {
		panic("reflect: Bits of non-arithmetic Type " + r.String())
	}
	return int(r.t.Size) * 8
}

func (r *rtype) ChanDir() ChanDir {
	r.mustBe(Chan, "ChanDir", "non-chan")
	return ChanDir(r.t.Len)
}

func (r *rtype) Elem() Type {
	if e := elemOf(&r.t); e != nil {
		return toRType(e)
	}
	panic("reflect: Elem of invalid type " + r.String())
}

func elemOf(t *rt.Type) *rt.Type {
	switch Kind(t.Kind) {
	case Array, Chan, Map, Pointer, Slice:
		return t.Elem
	}
	return nil
}

func (r *rtype) Key() Type {
	r.mustBe(Map, "Key", "non-map")
	return toRType(r.t.Key)
}

func (r *rtype) Len() int {
	r.mustBe(Array, "Len", "non-array")
	return int(r.t.Len)
}

func (r *rtype) NumField() int {
	r.mustBe(Struct, "NumField", "non-struct")
	return len(r.t.Fields)
}

func (r *rtype) In(i int) Type {
	r.mustBe(Func, "In", "non-func")
	return toRType(r.t.Params[i])
}

func (r *rtype) Out(i int) Type {
	r.mustBe(Func, "Out", "non-func")
	return toRType(r.t.Results[i])
}

func (r *rtype) NumIn() int {
	r.mustBe(Func, "NumIn", "non-func")
	return len(r.t.Params)
}

func (r *rtype) NumOut() int {
	r.mustBe(Func, "NumOut", "non-func")
	return len(r.t.Results)
}

func (r *rtype) IsVariadic() bool {
	r.mustBe(Func, "IsVariadic", "non-func")
	return isVariadic(&r.t)
}

func isVariadic(t *rt.Type) bool { return t.Flags&rt.FlagVariadic != 0 }

func (r *rtype) OverflowComplex(x complex128) bool {
	switch r.Kind() {
	case Complex64:
		return overflowFloat32(real(x)) || overflowFloat32(imag(x))
	case Complex128:
		return false
	}
	panic("reflect: OverflowComplex of non-complex type " + r.String())
}

func (r *rtype) OverflowFloat(x float64) bool {
	switch r.Kind() {
	case Float32:
		return overflowFloat32(x)
	case Float64:
		return false
	}
	panic("reflect: OverflowFloat of non-float type " + r.String())
}

func (r *rtype) OverflowInt(x int64) bool {
	if !isInt(r.Kind()) {
		panic("reflect: OverflowInt of non-int type " + r.String())
	}
	return overflowInt(r.t.Size, x)
}

func (r *rtype) OverflowUint(x uint64) bool {
	if !isUint(r.Kind()) {
		panic("reflect: OverflowUint of non-uint type " + r.String())
	}
	return overflowUint(r.t.Size, x)
}

func isInt(k Kind) bool   { return Int <= k && k <= Int64 }
func isUint(k Kind) bool  { return Uint <= k && k <= Uintptr }
func isFloat(k Kind) bool { return k == Float32 || k == Float64 }

func overflowInt(size uintptr, x int64) bool {
	shift := 64 - size*8
	return x<<shift>>shift != x
}

func overflowUint(size uintptr, x uint64) bool {
	shift := 64 - size*8
	return x<<shift>>shift != x
}

func overflowFloat32(x float64) bool {
	if x < 0 {
		x = -x
	}
	const maxFloat32 = 0x1p127 * (1 + (1 - 0x1p-23))
	const maxFloat64 = 0x1p1023 * (1 + (1 - 0x1p-52))
	return maxFloat32 < x && x <= maxFloat64
}

// Implements, AssignableTo, ConvertibleTo

func (r *rtype) Implements(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.Implements")
	}
	if u.Kind() != Interface {
		panic("reflect: non-interface type passed to Type.Implements")
	}
	return rt.Implements(&r.t, u.common())
}

func (r *rtype) AssignableTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.AssignableTo")
	}
	return assignable(u.common(), &r.t)
}

func (r *rtype) ConvertibleTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.ConvertibleTo")
	}
	return converter(u.common(), &r.t) != nil
}

// assignable reports whether a src can be assigned to a dst.
func assignable(dst, src *rt.Type) bool {
	return directlyAssignable(dst, src) || implements(dst, src)
}

func implements(iface, t *rt.Type) bool {
	return kindOf(iface) == Interface && rt.Implements(t, iface)
}

// directlyAssignable leaves out interfaces that are satisfied.
func directlyAssignable(dst, src *rt.Type) bool {
	if dst == src {
		return true
	}
	if dst.Name != "" && src.Name != "" || dst.Kind != src.Kind {
		return false
	}
	if kindOf(dst) == Chan && ChanDir(src.Len) == BothDir && dst.Elem == src.Elem {
		return true
	}
	return sameUnderlying(dst, src, true)
}

func sameType(t, u *rt.Type, tags bool) bool {
	if tags {
		return t == u
	}
	return t.Name == u.Name && t.Kind == u.Kind && t.PkgPath == u.PkgPath && sameUnderlying(t, u, false)
}

func sameTypes(ts, us []*rt.Type, tags bool) bool {
	if len(ts) != len(us) {
		return false
	}
	for i, t := range ts {
		if !sameType(t, us[i], tags) {
			return false
		}
	}
	return true
}

// sameUnderlying reports whether the underlying types are identical; tags says whether struct tags count.
func sameUnderlying(t, u *rt.Type, tags bool) bool {
	if t == u {
		return true
	}
	if t.Kind != u.Kind {
		return false
	}
	k := kindOf(t)
	switch k {
	case Array, Chan:
		return t.Len == u.Len && sameType(t.Elem, u.Elem, tags)
	case Func:
		return isVariadic(t) == isVariadic(u) && sameTypes(t.Params, u.Params, tags) &&
			sameTypes(t.Results, u.Results, tags)
	case Interface:
		return len(t.Methods) == len(u.Methods) && rt.Implements(t, u)
	case Map:
		return sameType(t.Key, u.Key, tags) && sameType(t.Elem, u.Elem, tags)
	case Pointer, Slice:
		return sameType(t.Elem, u.Elem, tags)
	case Struct:
		if len(t.Fields) != len(u.Fields) {
			return false
		}
		for i := range t.Fields {
			f, g := &t.Fields[i], &u.Fields[i]
			if f.Name != g.Name || f.PkgPath != g.PkgPath || f.Embedded != g.Embedded || f.Offset != g.Offset ||
				tags && f.Tag != g.Tag || !sameType(f.Typ, g.Typ, tags) {
				return false
			}
		}
		return true
	}
	return true
}

// Iteration

func (r *rtype) CanSeq() bool {
	switch t := &r.t; r.Kind() {
	case Int, Int8, Int16, Int32, Int64, Uint, Uint8, Uint16, Uint32, Uint64, Uintptr,
		Array, Slice, Chan, String, Map:
		return true
	case Func:
		return takesYield(t, 1)
	case Pointer:
		return kindOf(t.Elem) == Array
	}
	return false
}

func (r *rtype) CanSeq2() bool {
	switch t := &r.t; r.Kind() {
	case Array, Slice, String, Map:
		return true
	case Func:
		return takesYield(t, 2)
	case Pointer:
		return kindOf(t.Elem) == Array
	}
	return false
}

// takesYield reports whether t is the type of an iterator with n values.
func takesYield(t *rt.Type, n int) bool {
	if len(t.Params) != 1 || len(t.Results) != 0 {
		return false
	}
	y := t.Params[0]
	return kindOf(y) == Func && len(y.Params) == n && len(y.Results) == 1 && kindOf(y.Results[0]) == Bool
}
