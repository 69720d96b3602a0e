package main

import "fmt"

func main() {
	list := []int{1, 2, 3}
	from, to := 2, 1
	fmt.Println(list[from:to])
}
