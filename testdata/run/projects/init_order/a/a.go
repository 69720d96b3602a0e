package a
import "m/t"
var q = t.P("a a var")
func init() { t.P("a a init 1") }
