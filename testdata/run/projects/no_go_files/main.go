package main

import "example.com/m/a"
import "example.com/m/b"
import "example.com/m/c"

func main() { a.Y() }
