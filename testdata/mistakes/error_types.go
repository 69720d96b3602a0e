package main

import "fmt"

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
		fmt.Println("no")
	}
	fmt.Println(err.code, err.Message(), err.error())
	if err {
		panic(err)
	}
}
