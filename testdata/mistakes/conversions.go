package main

import "fmt"

func main() {
	s := "3.14"
	f := float64(s)
	n := 65
	t := string(n) + 1
	b := bool(n)
	fmt.Println(f, t, b, (string)(3.5), []byte(n))
}
