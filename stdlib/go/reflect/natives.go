package reflect

import (
	rt "internal/rtype"
	"unsafe"
)

// Types made at run time; identical types have one address.

func ptrTo(t *rt.Type) *rt.Type
func sliceOf(t *rt.Type) *rt.Type
func chanOf(dir int, t *rt.Type) *rt.Type
func mapOf(key, elem *rt.Type) *rt.Type
func funcOf(in, out []*rt.Type, variadic bool) *rt.Type
func structOf(str string, fields []rt.Field, size uintptr, align uint8) *rt.Type

// arrayOf returns nil if the type would be too large.
func arrayOf(n int, t *rt.Type) *rt.Type

// isName reports whether s is an identifier, if it is not empty.
func isName(s string) bool

// Memory.

// alloc returns the address of n zeroed values.
func alloc(t *rt.Type, n int) unsafe.Pointer

// grow makes room for n more elements in the slice of t at s.
func grow(t *rt.Type, s unsafe.Pointer, n int)
func move(to, from unsafe.Pointer, n uintptr)
func zero(p unsafe.Pointer, n uintptr)
func isZero(p unsafe.Pointer, n uintptr) bool

func sameBytes(p, q unsafe.Pointer, n uintptr) bool

// equal compares two values as == does.
func equal(t *rt.Type, p, q unsafe.Pointer) bool

// packIface stores the t at from in the variable of interface type iface at to.
func packIface(iface, t *rt.Type, from, to unsafe.Pointer)

// ifaceMethod returns the function for method i of the interface variable at p, as a func value that takes
// the data word, and that word.
func ifaceMethod(iface *rt.Type, p unsafe.Pointer, i int) (fn, word unsafe.Pointer)

// dataWord returns the data word of an interface that holds the t at p.
func dataWord(t *rt.Type, p unsafe.Pointer) unsafe.Pointer

// Maps. Keys and elements are passed by address.

func mapMake(t *rt.Type, n int) unsafe.Pointer
func mapGet(t *rt.Type, m, key unsafe.Pointer) unsafe.Pointer
func mapSet(t *rt.Type, m, key, elem unsafe.Pointer)
func mapDelete(t *rt.Type, m, key unsafe.Pointer)
func mapClear(t *rt.Type, m unsafe.Pointer)
func mapIter(m unsafe.Pointer) unsafe.Pointer

// mapNext returns nil at the end; the addresses are good until the next operation on the map.
func mapNext(t *rt.Type, it unsafe.Pointer) (key, elem unsafe.Pointer)

// Channels. Values are passed by address.

func chanMake(elem *rt.Type, n int) unsafe.Pointer
func chanSend(ch, p unsafe.Pointer)
func chanRecv(ch, p unsafe.Pointer) bool
func chanClose(ch unsafe.Pointer)
func chanLen(ch unsafe.Pointer) int
func chanCap(ch unsafe.Pointer) int

// waitCase is a case of a select.
type waitCase struct {
	ch     unsafe.Pointer
	value  unsafe.Pointer
	isSend bool
}

// selectCases returns the chosen case's index, -1 for the default.
func selectCases(cases []waitCase, hasDefault bool) (index int, ok bool)

// Functions that the compiler makes.

// call calls a func value with the window of so many words at block; the results come first.
func call(fn, block unsafe.Pointer, results, words int)

// stub returns a func value whose code is that of made functions with a window of so many words, or nil.
func stub(words int) unsafe.Pointer

// keepMethods makes all exported methods part of the program.
func keepMethods()
