// Package rtype shows the run-time system's type descriptors to the packages that look into values.
package rtype

import "unsafe"

// Kinds, with package reflect's numbers.
const (
	Invalid = iota
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

// Bits of Type.Flags.
const (
	FlagNamed = 1 << iota
	FlagDirect
	FlagPointers
	FlagComparable
	FlagPlainEq
	FlagVariadic
)

// Type is a descriptor as the run-time system lays it out. Identical types have one address.
type Type struct {
	Size       uintptr
	Elem       *Type
	Key        *Type
	Len        uintptr // of an array; the direction of a channel
	Hash       uint32
	Kind       uint8
	Align      uint8
	FieldAlign uint8
	Flags      uint8
	Str        string
	Name       string
	PkgPath    string
	Fields     []Field
	Params     []*Type
	Results    []*Type
	Methods    []Method
}

// Field is a field of a struct type.
type Field struct {
	Name     string
	PkgPath  string
	Typ      *Type
	Offset   uintptr
	Tag      string
	Embedded bool
	Exported bool
}

// Method is a method of an interface or of a concrete type's method set.
type Method struct {
	Name     string
	PkgPath  string
	Typ      *Type
	Func     uintptr
	Exported bool
}

// SliceHeader is a slice in memory.
type SliceHeader struct {
	Data unsafe.Pointer
	Len  int
	Cap  int
}

// Of returns the dynamic type of a, nil for a nil interface.
func Of(a any) *Type

// Data returns the address of a's value: of the value itself or, for pointer-shaped types, of a copy of it.
func Data(a any) unsafe.Pointer

// Pack makes an interface value of a copy of the t at p.
func Pack(t *Type, p unsafe.Pointer) any

// Unpack looks into the interface variable of type t at p: its dynamic type (nil if it is nil) and the value's address.
func Unpack(t *Type, p unsafe.Pointer) (*Type, unsafe.Pointer)

// MapLen returns the number of entries of the map m of type t.
func MapLen(t *Type, m unsafe.Pointer) int

// MapEntries returns the addresses of the map's keys and elements, alternating, ordered by key as package fmt prints them.
func MapEntries(t *Type, m unsafe.Pointer) []unsafe.Pointer

// Implements reports whether t's method set has all methods of the interface type iface.
func Implements(t, iface *Type) bool
