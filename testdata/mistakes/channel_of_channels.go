package main

func main() {
	ch := make(chan int)
	go func() {
		ch <- 1, 2
	}()
	ch.send(3)
	x, y := <-ch
	for range 3 {
		<-ch
	}
	close(ch, true)
	_ = x
}
