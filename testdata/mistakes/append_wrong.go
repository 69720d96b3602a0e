package main

import "fmt"

func main() {
	var words []string
	words = append(words, 1)
	more := []string{"x"}
	words = append(words, more)
	var fixed [3]int
	fixed = append(fixed, 4)
	fmt.Println(words, fixed)
}
