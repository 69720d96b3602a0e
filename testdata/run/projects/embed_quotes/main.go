package main

import _ "embed"

//go:embed `x
var s2 string
//go:embed "x"y
var s3 string

func main() {}
