package main

import "fmt"

func main() {
	count = 3
	total += 1
	fmt.Println(count, total)
}
