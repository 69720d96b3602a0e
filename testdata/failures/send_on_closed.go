package main

func main() {
	jobs := make(chan int, 3)
	jobs <- 1
	close(jobs)
	jobs <- 2
}
