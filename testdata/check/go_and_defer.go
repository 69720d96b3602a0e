package main

func f() int { return 1 }

func main() {
	go -f()
	defer &f()
	go (f())
	defer f
	go 1
}
