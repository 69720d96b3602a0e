package main

import "embed"

//go:embed x.txt
var a, b string

//go:embed x.txt
var c = "x"

//go:embed x.txt
var d string = "x"

//go:embed x.txt
var e int

func f() {
	//go:embed x.txt
	var q string
	_ = q
}

//go:embed x.txt
var i []string

//go:embed x.txt
var j *embed.FS

//go:embed x.txt y.txt
var h string

func main() {
}
