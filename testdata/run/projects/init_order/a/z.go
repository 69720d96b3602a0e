package a
import "m/t"
import _ "m/b"
var y = t.P("a var")
func init() { t.P("a init 1") }
