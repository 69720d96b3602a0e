package main

func main() {
	n := -1
	buffer := make([]byte, n)
	println(len(buffer))
}
