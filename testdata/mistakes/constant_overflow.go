package main

import "fmt"

const limit = 10

func main() {
	var b byte = 256
	var u uint = -1
	var i int32 = 1 << 40
	limit = 20
	limit++
	fmt.Println(b, u, i, int8(200))
}
