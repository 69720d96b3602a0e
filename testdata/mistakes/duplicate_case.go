package main

import "fmt"

func main() {
	x := 2
	switch x {
	case 1, 2:
		fmt.Println("low")
	case 2:
		fmt.Println("two")
	default:
	default:
	}
	var v any = x
	switch v.(type) {
	case int:
	case int:
	}
	m := map[string]int{"a": 1, "a": 2}
	fmt.Println(m)
}
