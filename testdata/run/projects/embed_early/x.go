package main

import _ "embed"

var early = len(one) + len(late())

func late() []byte { return two }

//go:embed a.txt
var one string

//go:embed a.txt
var two []byte

func init() { println(early) }
func main() { two = append(two, 'x'); println(len(two), cap(two) > 4, &one != nil) }
