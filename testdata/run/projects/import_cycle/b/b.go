package b

import "m/a"

func X() { a.Y() }
