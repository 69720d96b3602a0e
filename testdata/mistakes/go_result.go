package main

import "fmt"

func main() {
	s := []int{1}
	defer append(s, 2)
	go len(s)
	defer recover
	defer int(3)
	fmt.Println(s)
}
