// Package runtime tells about and controls what runs the program: its goroutines, their stacks, and
// memory with its collector.
//
//	fmt.Println(runtime.NumGoroutine(), runtime.NumCPU(), runtime.GOMAXPROCS(0))
//
// The environment variable GOMAXPROCS sets how many goroutines run at the same time.
package runtime

// Error is the type of the values of run-time panics, such as an index out of range, so that
// recover can tell them from others.
//
//	defer func() {
//		if e, ok := recover().(runtime.Error); ok {
//			fmt.Println("caught:", e)
//		}
//	}()
type Error interface {
	error
	RuntimeError() // does nothing: only run-time errors have it
}

// stringer is what the machine looks for to print the value of an uncaught panic.
type stringer interface{ String() string }

// errorString is a run-time error's text after "runtime error: ".
type errorString string

func (e errorString) RuntimeError() {}
func (e errorString) Error() string { return "runtime error: " + string(e) }

// A boundsError is about an index or a slice's bounds. Unlike the others it is no string, so that fmt.Print puts spaces
// around it.
type boundsError struct {
	text string
	_    uint64
}

func (e boundsError) RuntimeError() {}
func (e boundsError) Error() string { return "runtime error: " + e.text }

// plainError is a run-time error's whole text.
type plainError string

func (e plainError) RuntimeError() {}
func (e plainError) Error() string { return string(e) }

// TypeAssertionError is the value of the panic of a failed type assertion.
type TypeAssertionError struct{ text string }

// RuntimeError marks it as a run-time error.
func (*TypeAssertionError) RuntimeError() {}

// Error returns the message, such as "interface conversion: interface {} is string, not int".
func (e *TypeAssertionError) Error() string { return e.text }

// PanicNilError is what recover returns after panic(nil).
type PanicNilError struct {
	_ [0]func()
	_ string
}

// Error returns the message.
func (*PanicNilError) Error() string { return "panic called with nil argument" }

// RuntimeError marks it as a run-time error.
func (*PanicNilError) RuntimeError() {}

// The machine makes values of these types, each from a text.
var (
	_ *TypeAssertionError
	_ *PanicNilError
)
