package main

import "fmt"

func main() {
	printf("%d\n", 1)
	name := input("your name? ")
	n := parseInt("5")
	fmt.Println(strlen(name), sqrt(n), abs(-n))
	console.log("done")
	if n > 3 {
		pass
	}
	sleep(2)
	exit(0)
}
