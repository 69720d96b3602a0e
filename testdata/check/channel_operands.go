package p
func f(c <-chan int, d int, e chan<- int) {
	   c <- 1
	d <- 2
	<-e
	_ = 1 + <-d
}
