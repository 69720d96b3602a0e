package errors

// isComparable: the dynamic type of err is comparable (`==` on it cannot panic because of the type itself; an interface field inside counts as comparable).
func isComparable(err error) bool

// targetFault: 0 = fine; 1 = target is a nil interface; 2 = its dynamic type is not a pointer, or the pointer is nil; 3 = the pointer's element type is neither an interface nor implements error.
func targetFault(target any) int

// assignTo: target is a non-nil pointer *T; if err's dynamic type is identical to T, or T is an interface that it implements, stores err (converted to T) in *target and returns true.
func assignTo(err error, target any) bool
