package w
func F() { println("w") }
