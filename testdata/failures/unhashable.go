package main

func main() {
	seen := map[any]bool{}
	seen[[]int{1}] = true
}
