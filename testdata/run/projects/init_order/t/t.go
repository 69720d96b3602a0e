package t
func P(s string) int { println(s); return 1 }
func init() { println("t") }
