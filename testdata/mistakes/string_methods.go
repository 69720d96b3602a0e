package main

import "fmt"

func main() {
	s := "hello"
	fmt.Println(s.length(), s.len(), s.upper(), s + 'x')
	fmt.Println("hello %s" % s)
	t := `raw
	string" + s
	fmt.Println(t)
}
