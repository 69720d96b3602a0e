package main
import _ "m/z"
import _ "m/a"
import "m/t"
var x = t.P("main var")
func init() { t.P("main init 1") }
func main() { t.P("main") }
func init() { t.P("main init 2") }
