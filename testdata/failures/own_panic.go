package main

import "fmt"

func open(name string) {
	if name == "" {
		panic(fmt.Sprintf("no name given: %q", name))
	}
}

func main() {
	open("")
}
