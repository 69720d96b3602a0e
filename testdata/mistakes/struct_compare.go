package main

import "fmt"

type Team struct{ members []string }

func main() {
	a, b := Team{}, Team{}
	fmt.Println(a == b)
	fmt.Println(a == nil)
	var p *Team = nil
	fmt.Println(p == a)
}
