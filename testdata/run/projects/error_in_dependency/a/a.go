package a

import "os"

func F() { y := 2 }
