package a
func F() { println("f") }
