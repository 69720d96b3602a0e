// Package runtime lets a program look at the run-time system, and steer it.
package runtime

// Error is the type of run-time panics' values.
type Error interface {
	error
	RuntimeError()
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

// A TypeAssertionError explains a failed type assertion.
type TypeAssertionError struct{ text string }

func (*TypeAssertionError) RuntimeError()   {}
func (e *TypeAssertionError) Error() string { return e.text }

// A PanicNilError is what panic(nil) panics with.
type PanicNilError struct {
	_ [0]func()
	_ string
}

func (*PanicNilError) Error() string { return "panic called with nil argument" }
func (*PanicNilError) RuntimeError() {}

// The machine makes values of these types, each from a text.
var (
	_ *TypeAssertionError
	_ *PanicNilError
)
