package main

import "fmt"

func main() {
	switch x := 2; x {
	case 1:
		fmt.Println("one")
	case 2:
		fallthrough
	}
	var v any = 1
	switch v.(type) {
	case int:
		fallthrough
	case string:
	}
}
