package reflect

import (
	rt "internal/rtype"
	"unsafe"
)

func (v Value) mustSend(method string) {
	v.mustBe(Chan, method)
	v.mustBeExported(method)
	if ChanDir(v.t.Len)&SendDir == 0 {
		panic("reflect: send on recv-only channel")
	}
}

func (v Value) mustRecv(method string) {
	v.mustBe(Chan, method)
	v.mustBeExported(method)
	if ChanDir(v.t.Len)&RecvDir == 0 {
		panic("reflect: recv on send-only channel")
	}
}

// operand is x as a value to send on v.
func (v Value) operand(x Value, method string) unsafe.Pointer {
	x.mustBeExported(method)
	x = x.assignTo("reflect.Value.Send", v.t.Elem)
	return sent(v.t.Elem, x.ptr)
}

// Channels of large values carry the addresses of values that nobody changes.

var carrierType = rt.Of(unsafe.Pointer(nil))

// carrier is the type of what a channel of t carries.
func carrier(t *rt.Type) *rt.Type {
	if isLarge(t) {
		return carrierType
	}
	return t
}

// sent is the address of what is sent for the t at p; the sender may go on while it waits to be taken.
func sent(t *rt.Type, p unsafe.Pointer) unsafe.Pointer {
	p = copied(t, p, 0).ptr
	if isLarge(t) {
		return box(carrierType, p).ptr
	}
	return p
}

// received is the value of type t that arrived at p.
func received(t *rt.Type, p unsafe.Pointer) Value {
	if isLarge(t) {
		return carried(t, *(*unsafe.Pointer)(p))
	}
	return Value{t, p, 0}
}

// Send sends x on the channel v; it waits as long as it must.
func (v Value) Send(x Value) {
	v.mustSend("Send")
	chanSend(v.word(), v.operand(x, "Send"))
}

// TrySend sends x if that is possible without waiting, and reports whether it did.
func (v Value) TrySend(x Value) bool {
	v.mustSend("TrySend")
	i, _ := selectCases([]waitCase{{v.word(), v.operand(x, "TrySend"), true}}, true)
	return i == 0
}

// Recv receives a value from the channel v. If the channel is closed, x is zero and ok false.
func (v Value) Recv() (x Value, ok bool) {
	v.mustRecv("Recv")
	p := alloc(carrier(v.t.Elem), 1)
	ok = chanRecv(v.word(), p)
	return received(v.t.Elem, p), ok
}

// TryRecv receives a value if that is possible without waiting. If not, x is the zero Value; if the
// channel is closed, it is its type's zero value; ok is false in both cases.
func (v Value) TryRecv() (x Value, ok bool) {
	v.mustRecv("TryRecv")
	p := alloc(carrier(v.t.Elem), 1)
	i, ok := selectCases([]waitCase{{v.word(), p, false}}, true)
	if i < 0 {
		return Value{}, false
	}
	return received(v.t.Elem, p), ok
}

// Close closes the channel v.
func (v Value) Close() {
	v.mustBe(Chan, "Close")
	v.mustBeExported("Close")
	if ChanDir(v.t.Len)&SendDir == 0 {
		panic("reflect: close of receive-only channel")
	}
	chanClose(v.word())
}

// SelectDir tells what a SelectCase does.
type SelectDir int

// SelectSend, SelectRecv and SelectDefault are the kinds of a SelectCase.
const (
	_             SelectDir = iota
	SelectSend              // case Chan <- Send
	SelectRecv              // case <-Chan
	SelectDefault           // default
)

// SelectCase is a case of Select. With a zero Chan it is never chosen.
type SelectCase struct {
	Dir  SelectDir // what it does
	Chan Value     // the channel
	Send Value     // the value to send
}

// Select does what the select statement does with these cases, of which there may be 65536. It
// returns the index of the chosen one, and for a receive the value and whether it was sent, rather
// than zero from a closed channel.
func Select(cases []SelectCase) (chosen int, recv Value, recvOK bool) {
	if len(cases) > 65536 {
		panic("reflect.Select: too many cases (max 65536)")
	}
	waits := make([]waitCase, 0, len(cases))
	index := make([]int, 0, len(cases))
	fallback := -1
	for i, c := range cases {
		switch c.Dir {
		case SelectDefault:
			if fallback >= 0 {
				panic("reflect.Select: multiple default cases")
			}
			fallback = i
			if c.Chan.IsValid() {
				panic("reflect.Select: default case has Chan value")
			}
			if c.Send.IsValid() {
				panic("reflect.Select: default case has Send value")
			}
		case SelectSend:
			ch := c.Chan
			if !ch.IsValid() {
				break
			}
			ch.mustBeSelected()
			if ChanDir(ch.t.Len)&SendDir == 0 {
				panic("reflect.Select: SendDir case using recv-only channel")
			}
			if !c.Send.IsValid() {
				panic("reflect.Select: SendDir case missing Send value")
			}
			if c.Send.flag&roAny != 0 {
				panic("reflect: unknown method using value obtained using unexported field")
			}
			x := c.Send.assignTo("reflect.Select", ch.t.Elem)
			waits = append(waits, waitCase{ch.word(), sent(ch.t.Elem, x.ptr), true})
			index = append(index, i)
		case SelectRecv:
			if c.Send.IsValid() {
				panic("reflect.Select: RecvDir case has Send value")
			}
			ch := c.Chan
			if !ch.IsValid() {
				break
			}
			ch.mustBeSelected()
			if ChanDir(ch.t.Len)&RecvDir == 0 {
				panic("reflect.Select: RecvDir case using send-only channel")
			}
			waits = append(waits, waitCase{ch.word(), alloc(carrier(ch.t.Elem), 1), false})
			index = append(index, i)
		default:
			panic("reflect.Select: invalid Dir")
		}
	}
	i, ok := selectCases(waits, fallback >= 0)
	if i < 0 {
		return fallback, Value{}, false
	}
	chosen = index[i]
	if cases[chosen].Dir == SelectRecv {
		recv = received(cases[chosen].Chan.t.Elem, waits[i].value)
		recvOK = ok
	}
	return chosen, recv, recvOK
}

// mustBeSelected checks the channel of a case.
func (v Value) mustBeSelected() {
	if v.kind() != Chan {
		panic(&ValueError{"unknown method", v.kind()})
	}
	if v.flag&roAny != 0 {
		panic("reflect: unknown method using value obtained using unexported field")
	}
}
