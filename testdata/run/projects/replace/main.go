package main

import "example.com/o/x"

func main() { x.Y() }
