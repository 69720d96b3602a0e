package main

type N interface{ M() }

func main() {
	var n N
	var e error
	_ = e == "x"
	_ = n == true
	_ = n == 'a'
	_ = n == 1.5
	_ = n + "a"
	_ = "a" < n
	n += "a"
	_ = n == (len("abc") == len([]int{}))
	_ = 1 << n
}
