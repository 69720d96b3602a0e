package main

import "fmt"

func log(s string) { fmt.Println(s) }

func main() {
	x := log("a")
	var y int = log("b")
	fmt.Println(log("c"))
	if log("d") {
	}
	_, _ = x, y
}
