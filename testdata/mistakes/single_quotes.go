package main

import "fmt"

func main() {
	name := 'Gopher'
	fmt.Println('hi', name)
}
