package c

func Y() { zz.Y() }
