package main

func main() {
	x := []int{1, 2
	for i := 0; i < 3; i++ {
	}
}
