package internal

func X() {}
