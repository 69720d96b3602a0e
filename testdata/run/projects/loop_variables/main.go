package main

func main() {
	var fs []func()
	for i := 0; i < 2; i++ { fs = append(fs, func() { println(i) }) }
	for _, f := range fs { f() }
	f2()
}
