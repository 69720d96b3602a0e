package main

import (
	"foo/bar"
	"example.com/other/x"
	"example.com/m/nope"
)

func main() { bar.X(); x.X(); nope.Y() }
