package main

import "fmt"

func sum(values []int64) int64 {
	total := 0
	for _, v := range values {
		total += v
	}
	return total
}

func main() {
	fmt.Println(sum([]int64{1, 2}))
}
