package x
func Y() {}
