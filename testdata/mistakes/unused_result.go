package main

import "fmt"

func main() {
	numbers := []int{1, 2}
	append(numbers, 3)
	len(numbers)
	numbers[0]
	-numbers[0]
	fmt.Println
}
