package x
func Y() { println("work") }
