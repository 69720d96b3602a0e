package main

import "fmt"

type Runner interface {
	func Run() error
}

func main() {
	var r Runner
	fmt.Println(r)
}
