package main

import "fmt"

func main() {
	message := "hi"
	fmt.Println(mesage)
}
