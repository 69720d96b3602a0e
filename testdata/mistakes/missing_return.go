package main

import "fmt"

func sign(x int) int {
	if x > 0 {
		return 1
	} else if x < 0 {
		return -1
	}
}

func forever(ch chan int) int {
	for x := range ch {
		return x
	}
}

func main() {
	fmt.Println(sign(3), forever(nil))
}
