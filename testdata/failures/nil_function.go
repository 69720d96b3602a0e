package main

func main() {
	var callback func(int)
	callback(3)
}
