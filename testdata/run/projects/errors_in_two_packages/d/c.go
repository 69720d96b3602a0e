package d

func Y() { zz.Y() }
