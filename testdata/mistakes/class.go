package main

class Dog {
	name string
}

func main() {
}
