package main

import "fmt"

func main() {
	s := "hello"
	var c string = s[0]
	for i, r := range s {
		var t string = r
		fmt.Println(i, t)
	}
	if s["0"] == 1 {
		s += 'x'
	}
	fmt.Println(c, s-"o")
	s.append("x")
	delete(s, 0)
	for ch := range s {
		fmt.Println("char: " + ch)
	}
}
