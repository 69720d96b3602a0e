package reflect

import (
	rt "internal/rtype"
	"unsafe"
)

// A call's window is a block of words: the results, then the parameters, each rounded up to words. Numbers of
// less than a word are extended, everything else lies as in memory. In place of a large value is the address
// of one that nobody changes; nil stands for a zero value.

// isLarge knows the compiler's limit.
func isLarge(t *rt.Type) bool { return t.Size > 2048*8 }

func words(t *rt.Type) int {
	if isLarge(t) {
		return 1
	}
	return int(t.Size+7) / 8
}

func windowWords(ts []*rt.Type) int {
	n := 0
	for _, t := range ts {
		n += words(t)
	}
	return n
}

// toWindow stores the t at p in a window.
func toWindow(t *rt.Type, p, to unsafe.Pointer) {
	if isLarge(t) {
		*(*unsafe.Pointer)(to) = copied(t, p, 0).ptr
		return
	}
	w := (*uint64)(to)
	switch kindOf(t) {
	case Bool, Uint8:
		*w = uint64(*(*uint8)(p))
	case Int8:
		*w = uint64(*(*int8)(p))
	case Int16:
		*w = uint64(*(*int16)(p))
	case Uint16:
		*w = uint64(*(*uint16)(p))
	case Int32:
		*w = uint64(*(*int32)(p))
	case Uint32, Float32:
		*w = uint64(*(*uint32)(p))
	default:
		move(to, p, t.Size)
	}
}

// fromWindow is the t in a window.
func fromWindow(t *rt.Type, p unsafe.Pointer) Value {
	if isLarge(t) {
		return carried(t, *(*unsafe.Pointer)(p))
	}
	return copied(t, p, 0)
}

// carried is the large value at p.
func carried(t *rt.Type, p unsafe.Pointer) Value {
	if p == nil {
		p = alloc(t, 1)
	}
	return Value{t, p, 0}
}

func newBlock(n int) unsafe.Pointer {
	return unsafe.Pointer(unsafe.SliceData(make([]unsafe.Pointer, n+1)))
}

// Call calls the function v with these arguments and returns its results. For a variadic function,
// in has the last parameter's values one by one.
func (v Value) Call(in []Value) []Value {
	v.mustBe(Func, "Call")
	v.mustBeExported("Call")
	return v.call("Call", in)
}

// CallSlice calls the variadic function v; the last one of in is the slice for the last parameter.
func (v Value) CallSlice(in []Value) []Value {
	v.mustBe(Func, "CallSlice")
	v.mustBeExported("CallSlice")
	return v.call("CallSlice", in)
}

func (v Value) call(op string, in []Value) []Value {
	t := v.t
	fn := v.word()
	if fn == nil {
		panic("reflect.Value.Call: call of nil function")
	}
	in = arguments(t, op, in)
	results := windowWords(t.Results)
	total := results + windowWords(t.Params)
	block := newBlock(total)
	at := results
	for i, p := range t.Params {
		in[i].mustBeExported(op)
		x := in[i].assignTo("reflect.Value.Call", p)
		toWindow(p, x.ptr, unsafe.Add(block, at*8))
		at += words(p)
	}
	if *(*unsafe.Pointer)(fn) == noStub {
		callReflect((*madeFunc)(fn), block)
	} else {
		call(fn, block, results, total)
	}
	out := make([]Value, len(t.Results))
	at = 0
	for i, r := range t.Results {
		out[i] = fromWindow(r, unsafe.Add(block, at*8))
		at += words(r)
	}
	return out
}

// arguments checks the arguments of a call, and makes the slice for a variadic parameter.
func arguments(t *rt.Type, op string, in []Value) []Value {
	n := len(t.Params)
	variadic := isVariadic(t)
	if op == "CallSlice" {
		switch {
		case !variadic:
			panic("reflect: CallSlice of non-variadic function")
		case len(in) < n:
			panic("reflect: CallSlice with too few input arguments")
		case len(in) > n:
			panic("reflect: CallSlice with too many input arguments")
		}
		variadic = false
	} else {
		if variadic {
			n--
		}
		if len(in) < n {
			panic("reflect: Call with too few input arguments")
		}
		if !variadic && len(in) > n {
			panic("reflect: Call with too many input arguments")
		}
	}
	for _, x := range in {
		if x.t == nil {
			panic("reflect: " + op + " using zero Value argument")
		}
	}
	for i, p := range t.Params[:n] {
		if x := in[i].t; !assignable(p, x) {
			panic("reflect: " + op + " using " + x.Str + " as type " + p.Str)
		}
	}
	if !variadic {
		return in
	}
	rest := in[n:]
	slice := MakeSlice(toRType(t.Params[n]), len(rest), len(rest))
	elem := t.Params[n].Elem
	for i, x := range rest {
		if !assignable(elem, x.t) {
			panic("reflect: cannot use " + x.t.Str + " as type " + elem.Str + " in " + op)
		}
		slice.Index(i).Set(x)
	}
	out := make([]Value, 0, n+1)
	return append(append(out, in[:n]...), slice)
}

// madeFunc is a func value that this package makes: a closure object of the machine.
type madeFunc struct {
	code unsafe.Pointer // the machine's reference to the function: a stub
	t    *rt.Type
	// Either what MakeFunc was given, or a method and its receiver, which is looked at when it is called.
	fn     func([]Value) []Value
	method *rt.Method
	recv   Value
	index  int
}

// value is the func value as a Value of type f.t.
func (f *madeFunc) value(fl flag) Value {
	n := windowWords(f.t.Params) + windowWords(f.t.Results)
	f.code = noStub
	if s := stub(n); s != nil {
		f.code = *(*unsafe.Pointer)(s)
	}
	return box(f.t, unsafe.Pointer(f)).with(fl)
}

// noStub is the code of functions with windows that there is no stub for. Their types are not in the
// program, so that only this package calls them, and it needs none.
var noStub = codeOf(func() { panic("reflect: made function without stub") })

func codeOf(f func()) unsafe.Pointer { return **(**unsafe.Pointer)(unsafe.Pointer(&f)) }

// MakeFunc returns a function of type typ. When it is called, it calls fn with the arguments and
// returns what fn returns.
func MakeFunc(typ Type, fn func(args []Value) (results []Value)) Value {
	if typ.Kind() != Func {
		panic("reflect: call of MakeFunc with non-Func type")
	}
	f := &madeFunc{t: typ.common(), fn: fn}
	return f.value(0)
}

// callReflect is what stubs call, with the func value and its window.
func callReflect(f *madeFunc, window unsafe.Pointer) {
	results := windowWords(f.t.Results)
	if f.method != nil {
		params := windowWords(f.t.Params)
		block := newBlock(results + 1 + params)
		fn, word := f.recv.receiver(f.method, f.index)
		*(*unsafe.Pointer)(unsafe.Add(block, results*8)) = word
		move(unsafe.Add(block, (results+1)*8), unsafe.Add(window, results*8), uintptr(params)*8)
		call(fn, block, results, results+1+params)
		move(window, block, uintptr(results)*8)
		return
	}
	in := make([]Value, len(f.t.Params))
	at := results
	for i, p := range f.t.Params {
		in[i] = fromWindow(p, unsafe.Add(window, at*8))
		at += words(p)
	}
	out := f.fn(in)
	if len(out) != len(f.t.Results) {
		panic("reflect: wrong return count from function created by MakeFunc")
	}
	at = 0
	for i, r := range f.t.Results {
		x := out[i]
		if x.t == nil {
			panic("reflect: function created by MakeFunc using closure returned zero Value")
		}
		if x.flag&roAny != 0 {
			panic("reflect: function created by MakeFunc using closure returned value obtained from unexported field")
		}
		x = x.assignTo("reflect.MakeFunc", r)
		toWindow(r, x.ptr, unsafe.Add(window, at*8))
		at += words(r)
	}
}
