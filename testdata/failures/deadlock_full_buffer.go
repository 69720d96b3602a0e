package main

func main() {
	queue := make(chan int, 2)
	for i := range 3 {
		queue <- i
	}
}
