package main

import "fmt"

func main() {
	settings := map[string]any{"debug": true}
	name := settings["name"].(string)
	fmt.Println(name)
}
