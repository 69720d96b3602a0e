//go:build go1.21

package main

func main() {
	var fs []func()
	for i := 0; i < 2; i++ { fs = append(fs, func() { println(i) }) }
	for _, i := range []int{1,2} { fs = append(fs, func() { println(i) }) }
	for _, f := range fs { f() }
}
