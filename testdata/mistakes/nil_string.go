package main

import "fmt"

func find(id int) string {
	if id == 0 {
		return nil
	}
	return "x"
}

func main() {
	var n int = nil
	x := nil
	if find(1) == nil {
		fmt.Println("none", n, x)
	}
}
