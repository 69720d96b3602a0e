package main

func main() {
	var done chan bool
	close(done)
}
