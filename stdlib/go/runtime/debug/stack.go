package debug

import (
	"internal/stdio"
	"runtime"
)

// Stack returns the text of the goroutine's stack.
func Stack() []byte {
	buf := make([]byte, 1024)
	for {
		n := runtime.Stack(buf, false)
		if n < len(buf) {
			return buf[:n]
		}
		buf = make([]byte, 2*len(buf))
	}
}

// PrintStack prints the goroutine's stack to standard error.
func PrintStack() { stdio.Err().Write(Stack()) }
