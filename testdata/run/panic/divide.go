package main

func main() {
	x := 0
	println(1 / x)
}
