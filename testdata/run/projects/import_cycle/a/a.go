package a

import "m/b"

func Y() { b.X() }
