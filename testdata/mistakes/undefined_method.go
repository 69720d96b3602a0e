package main

import "fmt"

type Dog struct {
	name string
	Age  int
}

func (d Dog) Bark() { fmt.Println(d.name) }

func main() {
	d := Dog{name: "Rex"}
	d.bark()
	d.Brak()
	fmt.Println(d.Name, d.age, d.weight)
	d.name.Print()
	names := []string{"a"}
	names.append("b")
	fmt.Println(names.length, len(names))
}
