package main

import _ "m/a"

func main() { x := 1 }
