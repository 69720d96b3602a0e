package main

func at(list []string, i int) string { return list[i] }

func main() {
	println(at([]string{"a"}, -1))
}
