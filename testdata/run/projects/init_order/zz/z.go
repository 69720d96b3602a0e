package zz
import "m/t"
var y = t.P("zz var")
func init() { t.P("zz init 1") }
