package main

import _ "embed"

//go:embed x.txt
var e int

//go:embed x.txt
var i []string

//go:embed x.txt y.txt
var h string

//go:embed x.txt y.txt
var h2 []byte

//go:embed d
var h3 []byte

//go:embed x.txt
var k []rune

type by byte
//go:embed x.txt
var l []by

func main() {
}
