package main

import "fmt"

func divide(a, b int) (int, error) {
	if b == 0 {
		return fmt.Errorf("division by zero")
	}
	return a / b
}

func greet(name string) {
	return "hello " + name
}

func answer() int {
	return
}

func main() {
	fmt.Println(divide(1, 2))
	greet("x")
	answer()
}
