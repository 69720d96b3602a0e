package main

import "fmt"

func last(list []int) int {
	return list[len(list)]
}

func main() {
	scores := []int{90, 85, 70}
	fmt.Println(last(scores))
}
