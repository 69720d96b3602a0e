package main

import "example.com/m/c"
import "example.com/m/d"

func main() { c.Y(); d.Y(); undefd() }
