package main
import _ "x.org/y"
func main() { }
