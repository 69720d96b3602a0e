package runtime

import "unsafe"

// What becomes of objects that nothing refers to any more. The collector queues a function for each finalizer and
// cleanup that is due; a goroutine that is not counted runs them one after the other.

// KeepAlive keeps x from being collected, and its finalizer from running, before this call.
func KeepAlive(x any) {}

// SetFinalizer has finalizer called with obj, in a goroutine of its own, some time after nothing
// refers to obj any more; perhaps never, if the program ends before. obj must be a pointer to an
// object made by new, by a composite literal or a variable, else the program ends. A nil finalizer
// takes the present one away. AddCleanup is less error-prone.
func SetFinalizer(obj any, finalizer any) {
	object, table, results, valid := checkFinalizer(obj, finalizer)
	if !valid {
		clearFinalizer(object)
		return
	}
	fn := funcWord(finalizer)
	setFinalizer(object, func(p unsafe.Pointer) { callFinalizer(fn, table, p, results) })
	startFinalizers(runFinalizers)
}

// checkFinalizer ends the program if SetFinalizer may not be called so. It gives the object's address, the first
// word of the interface value that the finalizer wants (nil if it wants a pointer) and the number of slots of its
// results. Not valid: the finalizer is nil.
func checkFinalizer(obj, finalizer any) (object, table unsafe.Pointer, results int, valid bool)

// funcWord is the func value in f.
func funcWord(f any) unsafe.Pointer

// setFinalizer does nothing for objects that live forever.
func setFinalizer(object unsafe.Pointer, call func(unsafe.Pointer))

func clearFinalizer(object unsafe.Pointer)

func callFinalizer(fn, table, p unsafe.Pointer, results int) {
	switch results {
	case 0:
		callAs[[0]uintptr](fn, table, p)
	case 1:
		callAs[[1]uintptr](fn, table, p)
	case 2:
		callAs[[2]uintptr](fn, table, p)
	case 3:
		callAs[[3]uintptr](fn, table, p)
	case 4:
		callAs[[4]uintptr](fn, table, p)
	case 5:
		callAs[[5]uintptr](fn, table, p)
	case 6:
		callAs[[6]uintptr](fn, table, p)
	default:
		panic("runtime.SetFinalizer: results of finalizer too large")
	}
}

// callAs calls fn, whose results take the slots of an R.
func callAs[R any](fn, table, p unsafe.Pointer) {
	if table == nil {
		(*(*func(unsafe.Pointer) R)(unsafe.Pointer(&fn)))(p)
	} else {
		(*(*func(table, p unsafe.Pointer) R)(unsafe.Pointer(&fn)))(table, p)
	}
}

// startFinalizers starts the goroutine that runs loop, if there is none yet.
func startFinalizers(loop func())

// nextReady waits for a finalizer or cleanup that is due.
func nextReady() (call func(unsafe.Pointer), object unsafe.Pointer)

func runFinalizers() {
	for {
		runFinalizer()
	}
}

// runFinalizer leaves nothing in its frame that could keep the object alive.
func runFinalizer() {
	call, object := nextReady()
	call(object)
}

// Cleanup stands for one call of AddCleanup.
type Cleanup struct {
	id  uint64
	ptr uintptr
}

// Stop takes the cleanup back, unless it has run or is about to.
func (c Cleanup) Stop() {
	if c.id != 0 {
		stopCleanup(c.id)
	}
}

// AddCleanup has cleanup(arg) called, in a goroutine of its own, some time after nothing refers to
// the object that ptr points into. An object may have several. It would never happen if arg or
// cleanup itself referred to the object.
func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup {
	if ptr == nil {
		panic("runtime.AddCleanup: ptr is nil")
	}
	if p, ok := any(arg).(*T); ok && p == ptr {
		panic("runtime.AddCleanup: ptr is equal to arg, cleanup will never run")
	}
	id := addCleanup(unsafe.Pointer(ptr), func(unsafe.Pointer) { cleanup(arg) })
	if id != 0 {
		startFinalizers(runFinalizers)
	}
	return Cleanup{id, uintptr(unsafe.Pointer(ptr))}
}

// addCleanup returns 0 for objects that live forever.
func addCleanup(object unsafe.Pointer, call func(unsafe.Pointer)) uint64

func stopCleanup(id uint64)
