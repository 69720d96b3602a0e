package main

type B struct { a A }
var y = z()
func z() int { return x }
