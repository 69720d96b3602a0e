package main

import "fmt"

var starts int

func fail(limit int) {
	if starts > limit {
		panic(fmt.Sprint("started ", starts, " times"))
	}
}

func main() {
	starts++
	fail(0)
}
