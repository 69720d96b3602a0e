// Package debug prints stacks and controls the collector.
package debug

import "runtime"

// SetGCPercent sets by how much memory may grow, in percent, until the next collection, and returns
// the setting before. Negative turns collections off. At first it is 100, or what the environment
// variable GOGC says.
func SetGCPercent(percent int) int

// SetMemoryLimit sets how many bytes the program should use at most, and returns the setting
// before; a negative limit only asks. Near the limit collections become more frequent. At first it
// is what the environment variable GOMEMLIMIT says, or none.
func SetMemoryLimit(limit int64) int64

func release()

// FreeOSMemory collects garbage and gives memory back to the system.
func FreeOSMemory() {
	runtime.GC()
	release()
}

var maxThreads = 10000

// SetMaxStack sets how many bytes a goroutine's stack may have before the program ends, and returns
// the setting before.
func SetMaxStack(bytes int) int

// SetMaxThreads sets how many threads there may be, and returns the setting before. gorun needs few
// and doesn't mind.
func SetMaxThreads(threads int) int {
	old := maxThreads
	maxThreads = threads
	return old
}

// SetPanicOnFault makes access to memory that is not there a panic rather than the end of the
// program, and returns the setting before. In gorun it holds for all goroutines.
func SetPanicOnFault(enabled bool) bool

// SetTraceback sets how much is printed when the program crashes, as the variable GOTRACEBACK of the
// environment does, but not less than that says: "none" for the message alone, "single" for the
// stack of the goroutine that crashed, "all", "system" and "crash" for the stacks of all.
func SetTraceback(level string)
