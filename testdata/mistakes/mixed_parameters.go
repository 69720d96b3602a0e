package main

func greet(name string, int) {
}

func main() {
	greet("a", 1)
}
