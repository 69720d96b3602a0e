package main

import "fmt"

type Store struct {
	counts map[string]int
}

func main() {
	var s Store
	s.counts["a"]++
	fmt.Println(s)
}
