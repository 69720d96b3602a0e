package main

public func greet() {
}

func main() {
	greet()
}
