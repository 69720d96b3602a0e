package main

import "time"

func worker(list []int, i int) {
	println(list[i])
}

func main() {
	go worker([]int{1}, 4)
	time.Sleep(time.Second)
}
