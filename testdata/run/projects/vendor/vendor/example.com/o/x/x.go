package x
func Y() {println("vendored") }
