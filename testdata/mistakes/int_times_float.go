package main

import "fmt"

func main() {
	price := 9.99
	count := 3
	total := price * count
	fmt.Println(total)
}
