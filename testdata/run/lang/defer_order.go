package main

import (
	"fmt"
)

func f() (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered %v", r)
			n *= 2
		}
	}()
	defer fmt.Println("second")
	for i := range 3 {
		defer func() { fmt.Println("loop", i) }()
	}
	n = 21
	var m map[string]int
	m["x"] = 1
	return 1, nil
}

func g() {
	defer func() { fmt.Println("outer", recover()) }()
	defer func() {
		defer func() { fmt.Println("inner", recover()) }()
		panic("second panic")
	}()
	panic("first panic")
}

func main() {
	fmt.Println(f())
	g()
	func() {
		defer fmt.Println("deferred", recover())
	}()
	fmt.Println("end")
}
