package y
import "x.org/z/v2/w"
func init() { w.F() }
