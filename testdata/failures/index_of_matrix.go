package main

import (
	"fmt"
)

func main() {
	var grid [3][3]int
	for i := 0; i <= 3; i++ {
		grid[i][0] = i
	}
	fmt.Println(grid)
}
