package main

import "fmt"

func add(a, b interface{}) interface{} {
	return a + b
}

func main() {
	var values []any
	values = []int{1, 2}
	var m map[string]any
	m["x"].y = 1
	total := 0
	for _, v := range values {
		total += v
	}
	fmt.Println(add(1, 2), total, m["a"]["b"])
}
