package z
import "m/t"
var y = t.P("z var")
func init() { t.P("z init 1") }
