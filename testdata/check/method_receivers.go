package main

type T int

func (T, int) a()  {}
func (t T, u T) b() {}
func () c()         {}
func (t T) d() {}
func main() {}
