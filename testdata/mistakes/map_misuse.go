package main

import "fmt"

func main() {
	ages := map[string]int{"ann": 3, "bob"}
	ages.bob = 4
	fmt.Println(ages)
}
