package main

import "fmt"

type User struct {
	Name string
	Age  int
}

func main() {
	a := User{"Ann"}
	b := User{Name: "Bob", 30}
	c := User{Nam: "Cid"}
	d := User{Name: "Dan", Name: "Don"}
	e := User{"Eve", "30"}
	fmt.Println(a, b, c, d, e)
}
