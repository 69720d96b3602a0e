package main

import "fmt"

type Base struct{ ID int }

func (b Base) Describe() string { return "" }

type User struct {
	Base
	Name string
}

func main() {
	u := User{ID: 1, Name: "x"}
	var b Base = u
	fmt.Println(u.Id, b.describe())
}
