package main
import "m/t"
var y = t.P("main b var")
func init() { t.P("b init 1") }
