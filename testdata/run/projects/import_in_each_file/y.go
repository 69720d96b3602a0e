package main
import b "m/a"
func g() { b.F() }
