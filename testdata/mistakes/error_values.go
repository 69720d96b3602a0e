package main

import (
	"errors"
	"fmt"
)

type MyError struct{ code int }

func (e *MyError) Error() string { return "my" }

func run() error {
	return MyError{1}
}

func load() (string, error) {
	return "x", "failed"
}

func main() {
	err := run()
	if err == "failed" {
		throw errors.New("x")
	}
	fmt.Println(err.code, err.Message())
}
