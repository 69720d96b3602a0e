package sub
func Y() { println("work") }
