// Package debug steers the collector and shows stacks.
package debug

import "runtime"

// SetGCPercent sets GOGC, negative for no collection, and returns the former value.
func SetGCPercent(percent int) int

// SetMemoryLimit sets GOMEMLIMIT if limit >= 0, and returns the former value.
func SetMemoryLimit(limit int64) int64

func release()

// FreeOSMemory collects garbage and gives free memory back to the system.
func FreeOSMemory() {
	runtime.GC()
	release()
}

var maxThreads = 10000

// SetMaxStack sets how large a goroutine's stack may grow, in bytes, and returns the former limit.
func SetMaxStack(bytes int) int

// SetMaxThreads notes the limit.
func SetMaxThreads(threads int) int {
	old := maxThreads
	maxThreads = threads
	return old
}

// SetPanicOnFault says whether accesses to memory that is not there panic, in all goroutines.
func SetPanicOnFault(enabled bool) bool

// SetTraceback is accepted.
func SetTraceback(level string) {}
