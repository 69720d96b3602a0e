package main

func main() {
	s := make([]int, 3)
	n := 7
	_ = s[1:n]
}
