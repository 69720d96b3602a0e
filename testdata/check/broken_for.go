package main

func main() {
	for i := 0; i < 10; ; i++ {
	}
	s := []int{1, 2, 3}
	for i := 0; i < len(s) len(s); i++ {
		println(s[i])
	}
}
