package main

func main() {
	in, out := make(chan int), make(chan int)
	select {
	case v := <-in:
		println(v)
	case out <- 1:
	}
}
