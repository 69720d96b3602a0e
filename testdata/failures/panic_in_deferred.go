package main

func main() {
	defer func() {
		var m map[string]int
		m["a"] = 1
	}()
	panic("first")
}
