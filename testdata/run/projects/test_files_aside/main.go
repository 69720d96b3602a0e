package main
import "m/p_test"
func main() { println(p.X) }
