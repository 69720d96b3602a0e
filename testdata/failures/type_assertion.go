package main

import "fmt"

func main() {
	var value any = "42"
	n := value.(int)
	fmt.Println(n)
}
