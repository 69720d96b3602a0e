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

// plainError is a run-time error's whole text.
type plainError string

func (e plainError) RuntimeError() {}
func (e plainError) Error() string { return string(e) }

// A TypeAssertionError explains a failed type assertion.
type TypeAssertionError struct{ text string }

func (*TypeAssertionError) RuntimeError()   {}
func (e *TypeAssertionError) Error() string { return e.text }

// typeAssertionError is what the machine panics with for a failed assertion.
type typeAssertionError string

func (e typeAssertionError) RuntimeError() {}
func (e typeAssertionError) Error() string { return string(e) }

func (e typeAssertionError) As(target any) bool {
	if p, ok := target.(**TypeAssertionError); ok {
		*p = &TypeAssertionError{string(e)}
		return true
	}
	return false
}

// A PanicNilError is what panic(nil) panics with.
type PanicNilError struct{ _ [0]func() }

func (*PanicNilError) Error() string { return "panic called with nil argument" }
func (*PanicNilError) RuntimeError() {}

// panicNilError is what the machine panics with for panic(nil).
type panicNilError string

func (e panicNilError) RuntimeError() {}
func (e panicNilError) Error() string { return (*PanicNilError)(nil).Error() }

func (e panicNilError) As(target any) bool {
	if p, ok := target.(**PanicNilError); ok {
		*p = &PanicNilError{}
		return true
	}
	return false
}
