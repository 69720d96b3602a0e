package b
import "m/t"
import _ "m/zz"
var y = t.P("b var")
func init() { t.P("b init 1") }
