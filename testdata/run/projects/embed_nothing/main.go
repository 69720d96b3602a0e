package main

import _ "embed"

//go:embed nope.txt
var s string

//go:embed nope2.txt
var s2 string

func main() {}
