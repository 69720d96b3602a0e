package c

import "example.com/m/x/internal"

func Y() { internal.X() }
