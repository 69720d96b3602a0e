package main

import (
	"errors"
	"os"
)

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func main() {
	_, err := os.Open("/no/such/file")
	must(errors.Join(err))
}
