package main

import "fmt"

func average(sum int, values []int) int {
	return sum / len(values)
}

func main() {
	fmt.Println(average(10, nil))
}
