package reflect

import (
	rt "internal/rtype"
	"unsafe"
)

// Values

// Zero returns the zero value of typ, which cannot be set.
func Zero(typ Type) Value {
	if typ == nil {
		panic("reflect: Zero(nil)")
	}
	return Value{typ.common(), alloc(typ.common(), 1), 0}
}

// New returns a pointer to a new zero value of typ.
func New(typ Type) Value {
	if typ == nil {
		panic("reflect: New(nil)")
	}
	return box(ptrTo(typ.common()), alloc(typ.common(), 1))
}

// NewAt returns p as a pointer to a value of typ.
func NewAt(typ Type, p unsafe.Pointer) Value { return box(ptrTo(typ.common()), p) }

// MakeSlice makes a slice of the slice type typ. It panics if the sizes are no good.
func MakeSlice(typ Type, len, cap int) Value {
	if typ.Kind() != Slice {
		panic("reflect.MakeSlice of non-slice type")
	}
	switch {
	case len < 0:
		panic("reflect.MakeSlice: negative len")
	case cap < 0:
		panic("reflect.MakeSlice: negative cap")
	case len > cap:
		panic("reflect.MakeSlice: len > cap")
	}
	p := alloc(typ.common().Elem, cap)
	return box(typ.common(), rt.SliceHeader{Data: p, Len: len, Cap: cap})
}

// SliceAt returns the n values of typ that lie at p as a slice.
func SliceAt(typ Type, p unsafe.Pointer, n int) Value {
	unsafe.Slice((*byte)(p), uintptr(n)*typ.Size())
	return box(sliceOf(typ.common()), rt.SliceHeader{Data: p, Len: n, Cap: n})
}

// MakeChan makes a channel of the channel type typ, which must have both directions.
func MakeChan(typ Type, buffer int) Value {
	if typ.Kind() != Chan {
		panic("reflect.MakeChan of non-chan type")
	}
	if buffer < 0 {
		panic("reflect.MakeChan: negative buffer size")
	}
	if typ.ChanDir() != BothDir {
		panic("reflect.MakeChan: unidirectional channel type")
	}
	return box(typ.common(), chanMake(carrier(typ.common().Elem), buffer))
}

// MakeMap makes a map of the map type typ.
func MakeMap(typ Type) Value { return MakeMapWithSize(typ, 0) }

// MakeMapWithSize makes a map of the map type typ with room for about n entries.
func MakeMapWithSize(typ Type, n int) Value {
	if typ.Kind() != Map {
		panic("reflect.MakeMapWithSize of non-map type")
	}
	return box(typ.common(), mapMake(typ.common(), n))
}

// Types

// PointerTo returns the type *t.
func PointerTo(t Type) Type { return toRType(ptrTo(t.common())) }

// PtrTo is the old name of PointerTo.
func PtrTo(t Type) Type { return PointerTo(t) }

// SliceOf returns the type []t.
func SliceOf(t Type) Type { return toRType(sliceOf(t.common())) }

// ArrayOf returns the type [length]elem. It panics if length is negative.
func ArrayOf(length int, elem Type) Type {
	if length < 0 {
		panic("reflect: negative length passed to ArrayOf")
	}
	a := arrayOf(length, elem.common())
	if a == nil {
		panic("reflect.ArrayOf: array size would exceed virtual address space")
	}
	return toRType(a)
}

// ChanOf returns the type of channels of t with that direction.
func ChanOf(dir ChanDir, t Type) Type {
	if t.Size() >= 1<<16 {
		panic("reflect.ChanOf: element size too large")
	}
	if dir < RecvDir || dir > BothDir {
		panic("reflect.ChanOf: invalid dir")
	}
	return toRType(chanOf(int(dir), t.common()))
}

// MapOf returns the type map[key]elem. It panics if key cannot be compared.
func MapOf(key, elem Type) Type {
	if !key.Comparable() {
		panic("reflect.MapOf: invalid key type " + key.String())
	}
	return toRType(mapOf(key.common(), elem.common()))
}

// FuncOf returns the type of functions with these parameters and results. If variadic is true, the
// last parameter must be a slice.
func FuncOf(in, out []Type, variadic bool) Type {
	if variadic && (len(in) == 0 || in[len(in)-1].Kind() != Slice) {
		panic("reflect.FuncOf: last arg of variadic func must be slice")
	}
	return toRType(funcOf(descriptors(in), descriptors(out), variadic))
}

func descriptors(types []Type) []*rt.Type {
	ds := make([]*rt.Type, len(types))
	for i, t := range types {
		ds[i] = t.common()
	}
	return ds
}

// StructOf returns the struct type with these fields; their Offset and Index don't count. In gorun
// it has no methods from embedded fields.
func StructOf(fields []StructField) Type {
	var (
		str   = []byte("struct {")
		fs    = make([]rt.Field, len(fields))
		size  uintptr
		align = uint8(1)
		names = map[string]bool{}
		pkg   string
	)
	for i, f := range fields {
		checkField(i, f)
		if f.Name != "_" {
			if names[f.Name] {
				panic("reflect.StructOf: duplicate field " + f.Name)
			}
			names[f.Name] = true
		}
		if f.PkgPath != "" {
			if pkg == "" {
				pkg = f.PkgPath
			} else if pkg != f.PkgPath {
				panic("reflect.Struct: fields with different PkgPath " + pkg + " and " + f.PkgPath)
			}
		}
		t := f.Type.common()
		a := uintptr(t.Align)
		size = (size + a - 1) &^ (a - 1)
		fs[i] = rt.Field{Name: f.Name, PkgPath: f.PkgPath, Typ: t, Offset: size, Tag: string(f.Tag),
			Embedded: f.Anonymous, Exported: f.PkgPath == ""}
		align = max(align, t.Align)
		size += t.Size
		if size < t.Size {
			panic("reflect.StructOf: struct size would exceed virtual address space")
		}
		if i > 0 {
			str = append(str, ';')
		}
		str = append(str, ' ')
		if !f.Anonymous {
			str = append(str, f.Name...)
			str = append(str, ' ')
		}
		str = append(str, t.Str...)
		if f.Tag != "" {
			str = append(str, ' ')
			str = append(str, quote(string(f.Tag))...)
		}
	}
	if n := len(fs); n > 0 {
		str = append(str, ' ')
		if fs[n-1].Typ.Size == 0 && size > 0 {
			// The address of the last field must lie inside the struct.
			size++
		}
	}
	str = append(str, '}')
	a := uintptr(align)
	size = (size + a - 1) &^ (a - 1)
	return toRType(structOf(string(str), fs, size, align))
}

func checkField(i int, f StructField) {
	what := "reflect.StructOf: field " + itoa(i)
	if f.Name == "" {
		panic(what + " has no name")
	}
	if !isName(f.Name) {
		panic(what + " has invalid name")
	}
	if f.Type == nil {
		panic(what + " has no type")
	}
	if f.Anonymous && f.PkgPath != "" {
		panic("reflect.StructOf: field \"" + f.Name + "\" is anonymous but has PkgPath set")
	}
	if f.IsExported() {
		// A capital letter is not asked for, only something that can begin an exported name.
		if c := f.Name[0]; 'a' <= c && c <= 'z' || c == '_' {
			panic("reflect.StructOf: field \"" + f.Name + "\" is unexported but missing PkgPath")
		}
	}
}

// StringHeader is a string as it lies in memory. Use unsafe.String and unsafe.StringData instead.
type StringHeader struct {
	Data uintptr
	Len  int
}

// SliceHeader is a slice as it lies in memory. Use unsafe.Slice and unsafe.SliceData instead.
type SliceHeader struct {
	Data uintptr
	Len  int
	Cap  int
}
