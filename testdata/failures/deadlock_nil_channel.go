package main

func main() {
	var done chan bool
	go func() { done <- true }()
	<-done
}
