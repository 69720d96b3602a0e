package main

import "example.com/m/sub"

func main() { sub.Y() }
