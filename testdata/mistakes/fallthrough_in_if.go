package main

import "fmt"

func main() {
	switch x := 1; x {
	case 1:
		if x > 0 {
			fallthrough
		}
	case 2:
		fmt.Println("two")
	}
	goto done
}
