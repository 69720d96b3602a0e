package main

import "fmt"

func risky() {
	var p *int
	*p = 1
}

func main() {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("cleaning up")
			panic(r)
		}
	}()
	risky()
}
