package main

import "fmt"

type Runner interface {
	Run() error
	name string
}

func main() {
	r := Runner{}
	fmt.Println(r)
}
