package main

import "fmt"

func main() {
	s := "hello"
	s[0] = 'H'
	s[0] = "H"
	if s[0] == "h" {
		fmt.Println(s)
	}
	for _, c := range s {
		if c == "l" {
			fmt.Println(c)
		}
	}
}
