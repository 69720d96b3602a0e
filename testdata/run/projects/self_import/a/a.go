package a

import "m/a"

func Y() { a.Y() }
