package a

func Y() {}
