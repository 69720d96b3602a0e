package broken

import "os"

func F() int {
	x := 1
	return "a"
}
