// Package errors makes errors and looks into errors that wrap others.
//
//	if _, err := os.Open(name); errors.Is(err, fs.ErrNotExist) {
//		...
//	}
//
// An error wraps others if it has a method Unwrap() error or Unwrap() []error; fmt.Errorf makes
// such errors from the verb %w. The error, what it wraps, what that wraps and so on are its tree.
package errors

// ErrUnsupported is the error for what a file system, a device or a platform cannot do. Wrap it
// rather than returning it as it is.
var ErrUnsupported = New("unsupported operation")

type errorString struct{ s string }

func (e *errorString) Error() string { return e.s }

// New makes an error with the given text. Each call makes another error, unequal to all others.
//
//	var ErrEmpty = errors.New("queue is empty")
func New(text string) error { return &errorString{text} }

// Unwrap returns what err's method Unwrap() error returns, and nil if err has none. It does not
// look into the errors of Join.
func Unwrap(err error) error {
	if u, ok := err.(interface{ Unwrap() error }); ok {
		return u.Unwrap()
	}
	return nil
}

// Is reports whether target is anywhere in err's tree: whether an error there is equal to target,
// or has a method Is(error) bool that says so.
//
//	if errors.Is(err, io.EOF) { ... }
//
// Prefer it to ==, which fails as soon as someone wraps the error.
func Is(err, target error) bool {
	if err == nil || target == nil {
		return err == target
	}
	return is(err, target, isComparable(target))
}

func is(err, target error, comparable bool) bool {
	for {
		if comparable && err == target {
			return true
		}
		if x, ok := err.(interface{ Is(error) bool }); ok && x.Is(target) {
			return true
		}
		switch x := err.(type) {
		case interface{ Unwrap() error }:
			if err = x.Unwrap(); err == nil {
				return false
			}
		case interface{ Unwrap() []error }:
			for _, e := range x.Unwrap() {
				if is(e, target, comparable) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
}

// As looks for the first error in err's tree that can be assigned to *target, stores it there and
// returns true. An error's method As(any) bool may help. target must be a pointer to a variable of
// an error type or an interface type, else As panics.
//
//	var pathError *fs.PathError
//	if errors.As(err, &pathError) {
//		fmt.Println(pathError.Path)
//	}
func As(err error, target any) bool {
	if err == nil {
		return false
	}
	switch targetFault(target) {
	case 1:
		panic("errors: target cannot be nil")
	case 2:
		panic("errors: target must be a non-nil pointer")
	case 3:
		panic("errors: *target must be interface or implement error")
	}
	return as(err, target)
}

func as(err error, target any) bool {
	for {
		if assignTo(err, target) {
			return true
		}
		if x, ok := err.(interface{ As(any) bool }); ok && x.As(target) {
			return true
		}
		switch x := err.(type) {
		case interface{ Unwrap() error }:
			if err = x.Unwrap(); err == nil {
				return false
			}
		case interface{ Unwrap() []error }:
			for _, e := range x.Unwrap() {
				if e != nil && as(e, target) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
}

// AsType is As with the type as its type argument: it returns the first error of type E in err's
// tree, and whether there is one.
//
//	if e, ok := errors.AsType[*fs.PathError](err); ok {
//		fmt.Println(e.Path)
//	}
func AsType[E error](err error) (E, bool) {
	if err == nil {
		var zero E
		return zero, false
	}
	var slot *E
	return asType(err, &slot)
}

// asType keeps one *E for all As methods of the tree, made at the first of them.
func asType[E error](err error, slot **E) (_ E, _ bool) {
	for {
		if e, ok := err.(E); ok {
			return e, true
		}
		if x, ok := err.(interface{ As(any) bool }); ok {
			if *slot == nil {
				*slot = new(E)
			}
			if x.As(*slot) {
				return **slot, true
			}
		}
		switch x := err.(type) {
		case interface{ Unwrap() error }:
			if err = x.Unwrap(); err == nil {
				return
			}
		case interface{ Unwrap() []error }:
			for _, e := range x.Unwrap() {
				if e == nil {
					continue
				}
				if found, ok := asType(e, slot); ok {
					return found, true
				}
			}
			return
		default:
			return
		}
	}
}

type joinError struct{ errs []error }

// Join makes one error of several: its text has theirs, one a line, and Is and As find each of
// them. Errors that are nil are left out; if all are, the result is nil.
//
//	err := errors.Join(f.Close(), g.Close())
func Join(errs ...error) error {
	var kept []error
	for _, e := range errs {
		if e != nil {
			kept = append(kept, e)
		}
	}
	if kept == nil {
		return nil
	}
	return &joinError{kept}
}

func (e *joinError) Error() string {
	text := e.errs[0].Error()
	for _, err := range e.errs[1:] {
		text += "\n" + err.Error()
	}
	return text
}

func (e *joinError) Unwrap() []error { return e.errs }
