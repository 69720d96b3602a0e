package fmt

import "errors"

type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string { return e.msg }
func (e *wrapError) Unwrap() error { return e.err }

type wrapErrors struct {
	msg  string
	errs []error
}

func (e *wrapErrors) Error() string   { return e.msg }
func (e *wrapErrors) Unwrap() []error { return e.errs }

// Errorf makes an error with the formatted text. An error that is the operand of %w is wrapped:
// errors.Is and errors.As find it. There may be several %w.
//
//	return fmt.Errorf("reading %s: %w", name, err)
func Errorf(format string, a ...any) (err error) {
	p := &printer{wraps: true}
	p.printf(format, a)
	msg := string(p.buf)
	switch len(p.wrapped) {
	case 0:
		return errors.New(msg)
	case 1:
		w := &wrapError{msg: msg}
		w.err, _ = a[p.wrapped[0]].(error)
		return w
	}
	// In the order of the operands, each once.
	seen := make([]bool, len(a))
	for _, i := range p.wrapped {
		seen[i] = true
	}
	var errs []error
	for i, arg := range a {
		if seen[i] {
			if e, ok := arg.(error); ok {
				errs = append(errs, e)
			}
		}
	}
	return &wrapErrors{msg, errs}
}
