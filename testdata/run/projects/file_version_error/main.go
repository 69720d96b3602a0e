//go:build go1.21 && linux && go1.20

package main

func main() {
	for i := range 3 { println(i) }
}
