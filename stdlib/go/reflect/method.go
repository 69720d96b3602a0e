package reflect

import (
	rt "internal/rtype"
	"unsafe"
)

// Method is a method of a type.
type Method struct {
	Name    string // the method's name
	PkgPath string // of the package that an unexported name belongs to
	Type    Type   // with the receiver as first parameter, but for methods of interfaces
	Func    Value  // takes the receiver as first argument; not set for methods of interfaces
	Index   int    // for Type.Method
}

// IsExported reports whether the method's name begins with a capital letter.
func (m Method) IsExported() bool { return m.PkgPath == "" }

// method is the i'th method that t shows: of an interface any, of other types exported ones.
func method(t *rt.Type, i int) *rt.Method {
	if i < 0 {
		return nil
	}
	for j := range t.Methods {
		m := &t.Methods[j]
		if !m.Exported && kindOf(t) != Interface {
			continue
		}
		if i == 0 {
			return m
		}
		i--
	}
	return nil
}

// methodIndex is the index of the method with that name, -1 if there is none.
func methodIndex(t *rt.Type, name string) int {
	n := 0
	for j := range t.Methods {
		m := &t.Methods[j]
		if !m.Exported && kindOf(t) != Interface {
			continue
		}
		if m.Name == name {
			return n
		}
		n++
	}
	return -1
}

func numMethod(t *rt.Type) int {
	if kindOf(t) == Interface {
		return len(t.Methods)
	}
	n := 0
	for i := range t.Methods {
		if t.Methods[i].Exported {
			n++
		}
	}
	return n
}

func (r *rtype) NumMethod() int { return numMethod(&r.t) }

func (r *rtype) Method(i int) Method {
	keepMethods()
	m := method(&r.t, i)
	if m == nil {
		panic("reflect: Method index out of range")
	}
	out := Method{Name: m.Name, PkgPath: m.PkgPath, Type: toRType(m.Typ), Index: i}
	if r.Kind() == Interface {
		return out
	}
	in := append([]*rt.Type{&r.t}, m.Typ.Params...)
	t := funcOf(in, m.Typ.Results, isVariadic(m.Typ))
	out.Type = toRType(t)
	out.Func = MakeFunc(out.Type, func(args []Value) []Value {
		fn := args[0].method(i)
		if isVariadic(t) {
			return fn.call("CallSlice", args[1:])
		}
		return fn.call("Call", args[1:])
	})
	return out
}

func (r *rtype) MethodByName(name string) (Method, bool) {
	keepMethods()
	i := methodIndex(&r.t, name)
	if i < 0 {
		return Method{}, false
	}
	return r.Method(i), true
}

// NumMethod returns the number of v's methods: the exported ones, and of an interface type all.
func (v Value) NumMethod() int {
	if v.t == nil {
		v.bad("NumMethod")
	}
	return numMethod(v.t)
}

// Method returns the method i as a function that has v for its receiver. Methods are sorted by
// name.
func (v Value) Method(i int) Value {
	keepMethods()
	if v.t == nil {
		v.bad("Method")
	}
	return v.method(i)
}

func (v Value) method(i int) Value {
	m := method(v.t, i)
	if m == nil {
		panic("reflect: Method index out of range")
	}
	if v.kind() == Interface && v.IsNil() {
		panic("reflect: Method on nil interface value")
	}
	f := &madeFunc{t: m.Typ, method: m, recv: v, index: i}
	fl := v.flag.ro()
	if !m.Exported {
		fl |= roSticky
	}
	return f.value(fl)
}

// receiver returns the function of method i as a func value that takes the data word, and that word.
func (v Value) receiver(m *rt.Method, i int) (fn, word unsafe.Pointer) {
	if v.kind() == Interface {
		if v.IsNil() {
			panic("reflect: Method on nil interface value")
		}
		return ifaceMethod(v.t, v.ptr, i)
	}
	// The word that refers to the function is laid out as a func value without captured variables.
	return unsafe.Pointer(&m.Func), dataWord(v.t, v.ptr)
}

// MethodByName returns the method of that name as a function that has v for its receiver; the zero
// Value if there is none.
func (v Value) MethodByName(name string) Value {
	keepMethods()
	if v.t == nil {
		v.bad("MethodByName")
	}
	if i := methodIndex(v.t, name); i >= 0 {
		return v.method(i)
	}
	return Value{}
}
