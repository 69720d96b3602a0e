package main

import "fmt"

func main() {
//line template.tmpl:40
	fmt.Println(missing)
/*line other.go:7:9*/ x := "a" + 1
}
