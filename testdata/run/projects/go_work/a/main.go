package main

import "example.com/b/x"

func main() { x.Y() }
