package main

import "fmt"

func main() {
	ages := map[string]int{"ann": 3}
	ages.bob = 4
	ages["cid"] = "five"
	ages.delete("ann")
	delete(ages)
	delete(ages, 3)
	if ages["x"] == nil {
		fmt.Println("none")
	}
	v, ok, err := ages["ann"]
	for name, age, i := range ages {
	}
	append(ages, "dan")
	fmt.Println(ages.contains("x"), cap(ages), v, ok, err)
}
