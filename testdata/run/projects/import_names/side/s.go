package side
func init() { println("side") }
