package x
func Y() {println("local") }
