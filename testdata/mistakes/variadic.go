package main

import "fmt"

func sum(nums ...int) int { return len(nums) }

func bad(nums ...int, name string) {}

func main() {
	s := []int{1, 2}
	fmt.Println(sum(s))
	fmt.Println(sum(1, s...))
	words := []string{"a"}
	fmt.Println(sum(words...))
}
