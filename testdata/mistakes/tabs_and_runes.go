package main

import "fmt"

func main() {
	größe := "日本語"; fmt.Println(größe + 1, /* ☃ */ grösse)
	if true { fmt.Println("äöü",	größe.länge) }
}
