package main

type A struct { b B }
func main() { }
var x = y
