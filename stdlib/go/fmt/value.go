package fmt

import (
	"internal/rtype"
	"unicode/utf8"
	"unsafe"
)

func typeString(a any) string { return rtype.Of(a).Str }

// kindInt is the value of an operand of a defined integer type.
func kindInt(a any) (int, bool) {
	if a == nil {
		return 0, false
	}
	t, p := rtype.Of(a), rtype.Data(a)
	var n int
	switch t.Kind {
	case rtype.Int, rtype.Int64, rtype.Uint, rtype.Uint64, rtype.Uintptr:
		n = *(*int)(p)
	case rtype.Int8:
		n = int(*(*int8)(p))
	case rtype.Int16:
		n = int(*(*int16)(p))
	case rtype.Int32:
		n = int(*(*int32)(p))
	case rtype.Uint8:
		n = int(*(*uint8)(p))
	case rtype.Uint16:
		n = int(*(*uint16)(p))
	case rtype.Uint32:
		n = int(*(*uint32)(p))
	default:
		return 0, false
	}
	return n, t.Kind < rtype.Uint || n >= 0
}

// value prints an operand.
func (p *printer) value(arg any, verb rune) {
	if p.plain(arg, verb) {
		return
	}
	p.arg = arg
	if arg == nil {
		if verb == 'v' || verb == 'T' {
			p.pad("<nil>")
		} else {
			p.badVerb(verb, nil, nil)
		}
		return
	}
	t := rtype.Of(arg)
	switch verb {
	case 'T':
		p.text(t.Str, 's')
		return
	case 'p':
		p.pointer(t, rtype.Data(arg), 'p')
		return
	}
	if isReflected(t) {
		// A reflect.Value is its type, the address of what it holds, and flags: the lowest two say that it was
		// got through an unexported field.
		v := (*struct {
			typ  *rtype.Type
			ptr  unsafe.Pointer
			flag uintptr
		})(rtype.Data(arg))
		if v.typ == nil {
			p.str("<invalid reflect.Value>")
			return
		}
		exported := v.flag&3 == 0
		if exported {
			if p.arg = rtype.Pack(v.typ, v.ptr); p.arg != nil && p.methods(verb) {
				return
			}
		}
		depth := 1
		if v.typ.Kind == rtype.Pointer {
			depth = 0 // what it points to is shown
		}
		p.deep(v.typ, v.ptr, verb, depth, exported)
		return
	}
	if _, ok := arg.([]byte); ok || !p.methods(verb) {
		p.deep(t, rtype.Data(arg), verb, 0, true)
	}
}

// isReflected reports whether t is reflect.Value.
func isReflected(t *rtype.Type) bool { return t.Name == "Value" && t.PkgPath == "reflect" }

func (p *printer) badVerb(verb rune, t *rtype.Type, ptr unsafe.Pointer) {
	p.erroring = true
	p.str("%!")
	p.buf = utf8.AppendRune(p.buf, verb)
	p.buf = append(p.buf, '(')
	if t == nil {
		p.str("<nil>")
	} else {
		p.str(t.Str)
		p.buf = append(p.buf, '=')
		if isReflected(t) {
			p.value(rtype.Pack(t, ptr), 'v')
		} else {
			p.deep(t, ptr, 'v', 0, true)
		}
	}
	p.buf = append(p.buf, ')')
	p.erroring = false
}

// methods lets p.arg print itself if it can; it reports whether it did.
func (p *printer) methods(verb rune) (handled bool) {
	if p.erroring {
		return false
	}
	arg := p.arg
	if verb == 'w' {
		if _, ok := arg.(error); !ok || !p.wraps {
			t := rtype.Of(arg)
			p.badVerb('w', t, rtype.Data(arg))
			return true
		}
		verb = 'v'
	}
	if len(rtype.Of(arg).Methods) == 0 {
		return false
	}
	if f, ok := arg.(Formatter); ok {
		handled = true // even if the method panics
		defer p.caught(arg, verb, "Format")
		f.Format(p, verb)
		return true
	}
	if p.flags&sharpV != 0 {
		if g, ok := arg.(GoStringer); ok {
			handled = true // even if the method panics
			defer p.caught(arg, verb, "GoString")
			p.text(g.GoString(), 's')
			return true
		}
		return false
	}
	switch verb {
	case 'v', 's', 'x', 'X', 'q':
		switch v := arg.(type) {
		case error:
			handled = true
			defer p.caught(arg, verb, "Error")
			p.text(v.Error(), verb)
			return true
		case Stringer:
			handled = true
			defer p.caught(arg, verb, "String")
			p.text(v.String(), verb)
			return true
		}
	}
	return false
}

// caught is deferred around a method: it prints its panic.
func (p *printer) caught(arg any, verb rune, method string) {
	err := recover()
	if err == nil {
		return
	}
	if t := rtype.Of(arg); t.Kind == rtype.Pointer && *(*unsafe.Pointer)(rtype.Data(arg)) == nil {
		p.str("<nil>")
		return
	}
	if p.panicking {
		panic(err)
	}
	flags, wid, prec := p.flags, p.wid, p.prec
	p.clear()
	p.str("%!")
	p.buf = utf8.AppendRune(p.buf, verb)
	p.str("(PANIC=")
	p.str(method)
	p.str(" method: ")
	p.panicking = true
	p.value(err, 'v')
	p.panicking = false
	p.buf = append(p.buf, ')')
	p.flags, p.wid, p.prec = flags, wid, prec
}

// element prints a part of a value, which may have methods if it is exported all the way.
func (p *printer) element(t *rtype.Type, ptr unsafe.Pointer, verb rune, exported bool) {
	if exported && t.Kind != rtype.Interface && len(t.Methods) > 0 && !p.erroring {
		p.arg = rtype.Pack(t, ptr)
		if p.methods(verb) {
			return
		}
	}
	p.deep(t, ptr, verb, 1, exported)
}

// deep prints the t at ptr by its kind.
func (p *printer) deep(t *rtype.Type, ptr unsafe.Pointer, verb rune, depth int, exported bool) {
	goSyntax := p.flags&sharpV != 0
	switch t.Kind {
	case rtype.Map:
		m := *(*unsafe.Pointer)(ptr)
		end := byte(']')
		if goSyntax {
			p.str(t.Str)
			if m == nil {
				p.str("(nil)")
				return
			}
			p.buf = append(p.buf, '{')
			end = '}'
		} else {
			p.str("map[")
		}
		entries := rtype.MapEntries(t, m)
		for i := 0; i < len(entries); i += 2 {
			p.separate(i, goSyntax)
			p.element(t.Key, entries[i], verb, exported)
			p.buf = append(p.buf, ':')
			p.element(t.Elem, entries[i+1], verb, exported)
		}
		p.buf = append(p.buf, end)
	case rtype.Struct:
		if goSyntax {
			p.str(t.Str)
		}
		p.buf = append(p.buf, '{')
		for i := range t.Fields {
			f := &t.Fields[i]
			p.separate(i, goSyntax)
			if p.flags&(plusV|sharpV) != 0 {
				p.str(f.Name)
				p.buf = append(p.buf, ':')
			}
			ft, fp := f.Typ, unsafe.Add(ptr, f.Offset)
			if ft.Kind == rtype.Interface {
				if dt, dp := rtype.Unpack(ft, fp); dt != nil {
					ft, fp = dt, dp
				}
			}
			p.element(ft, fp, verb, exported && f.Exported)
		}
		p.buf = append(p.buf, '}')
	case rtype.Interface:
		et, ep := rtype.Unpack(t, ptr)
		switch {
		case et != nil:
			p.element(et, ep, verb, exported)
		case goSyntax:
			p.str(t.Str)
			p.str("(nil)")
		default:
			p.str("<nil>")
		}
	case rtype.Array, rtype.Slice:
		p.sequence(t, ptr, verb, depth, exported)
	case rtype.Pointer:
		to := *(*unsafe.Pointer)(ptr)
		if depth == 0 && to != nil {
			switch t.Elem.Kind {
			case rtype.Array, rtype.Slice, rtype.Struct, rtype.Map:
				p.buf = append(p.buf, '&')
				p.element(t.Elem, to, verb, exported)
				return
			}
		}
		p.pointer(t, ptr, verb)
	case rtype.Chan, rtype.Func, rtype.UnsafePointer:
		p.pointer(t, ptr, verb)
	default:
		if !p.basic(t.Kind, ptr, verb) {
			p.badVerb(verb, t, ptr)
		}
	}
}

// separate writes what stands before element i.
func (p *printer) separate(i int, goSyntax bool) {
	if i > 0 {
		if goSyntax {
			p.buf = append(p.buf, ',')
		}
		p.buf = append(p.buf, ' ')
	}
}

func (p *printer) sequence(t *rtype.Type, ptr unsafe.Pointer, verb rune, depth int, exported bool) {
	data, n := ptr, int(t.Len)
	if t.Kind == rtype.Slice {
		h := (*rtype.SliceHeader)(ptr)
		data, n = h.Data, h.Len
	}
	elem := t.Elem
	if elem.Kind == rtype.Uint8 {
		switch verb {
		case 's', 'q', 'x', 'X':
			p.text(unsafe.String((*byte)(data), n), verb)
			return
		}
	}
	if p.flags&sharpV != 0 {
		if depth == 0 && t.Str == "[]uint8" {
			p.str("[]byte")
		} else {
			p.str(t.Str)
		}
		if t.Kind == rtype.Slice && data == nil {
			p.str("(nil)")
			return
		}
		p.buf = append(p.buf, '{')
		for i := 0; i < n; i++ {
			p.separate(i, true)
			p.element(elem, unsafe.Add(data, uintptr(i)*elem.Size), verb, exported)
		}
		p.buf = append(p.buf, '}')
		return
	}
	p.buf = append(p.buf, '[')
	for i := 0; i < n; i++ {
		p.separate(i, false)
		p.element(elem, unsafe.Add(data, uintptr(i)*elem.Size), verb, exported)
	}
	p.buf = append(p.buf, ']')
}

// pointer prints an address.
func (p *printer) pointer(t *rtype.Type, ptr unsafe.Pointer, verb rune) {
	switch t.Kind {
	case rtype.Chan, rtype.Func, rtype.Map, rtype.Pointer, rtype.Slice, rtype.UnsafePointer:
	default:
		p.badVerb(verb, t, ptr)
		return
	}
	u := *(*uint64)(ptr)
	switch verb {
	case 'v':
		switch {
		case p.flags&sharpV != 0:
			p.buf = append(p.buf, '(')
			p.str(t.Str)
			p.str(")(")
			if u == 0 {
				p.str("nil")
			} else {
				p.hex(u, true)
			}
			p.buf = append(p.buf, ')')
		case u == 0:
			p.pad("<nil>")
		default:
			p.hex(u, p.flags&sharp == 0)
		}
	case 'p':
		p.hex(u, p.flags&sharp == 0)
	case 'b', 'o', 'd', 'x', 'X':
		p.integer(u, verb)
	default:
		p.badVerb(verb, t, ptr)
	}
}
