package main

import "fmt"

count := 3

func main() {
	fmt.Println(count)
}
